// What clients lose while one release replaces another: this action behind its proxies, and what is usually done.
import { makeWorld, type World } from '../e2e/ssh-deploy-world.ts';
import { type Load, startLoad } from '../lab/load.ts';
import { type LoadReport, lostKinds } from '../lab/load-report.ts';
import { goodRelease, killedBySigterm } from '../lab/pipeline/variants.ts';
import { formatStreams, openStream, type StreamReport } from './streams.ts';

type Version = 'v1' | 'v2';
type Deploy = (release: string, version: Version) => Promise<{ readonly downtimeMs: number | undefined }>;

/** One way to deploy, and how often it is done. */
interface Way {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly deploys: number;
  /** Bar: what may be lost of all requests. */
  readonly allows: (report: LoadReport) => boolean;
  /** Bar: every event stream is ended by the application. */
  readonly endsStreams?: true;
  /** The application dies at once when it is told to stop. */
  readonly abrupt?: true;
  readonly deploy?: (world: World, images: Images) => Deploy;
}

type Images = Readonly<Record<Version, string>>;

const none = ({ lost }: LoadReport): boolean => lost === 0;
const onlyResets = ({ lost, lostByKind }: LoadReport): boolean => lost === lostByKind.reset;
const some = ({ lost }: LoadReport): boolean => lost > 0;

const nginx = { 'compose-files': 'compose.nginx.yaml', files: 'proxy/nginx -> shared/nginx', proxy: 'nginx' };
const caddy = { 'compose-files': 'compose.caddy.yaml', files: 'proxy/caddy -> shared/caddy', proxy: 'caddy' };

const ways: readonly Way[] = [
  { name: 'ssh-deploy, haproxy', inputs: {}, deploys: 20, allows: none, endsStreams: true },
  {
    name: 'ssh-deploy, haproxy, an application that SIGTERM kills',
    inputs: {},
    deploys: 10,
    allows: none,
    abrupt: true,
  },
  { name: 'ssh-deploy, strategy recreate', inputs: {}, deploys: 3, allows: some, deploy: recreate },
  { name: '`docker compose up -d`', inputs: {}, deploys: 3, allows: some, deploy: composeUp },
  { name: 'order of docker-rollout: proxy told last', inputs: nginx, deploys: 3, allows: () => true, deploy: rollout },
  { name: 'ssh-deploy, nginx 1.22', inputs: nginx, deploys: 20, allows: onlyResets },
  { name: 'ssh-deploy, caddy', inputs: caddy, deploys: 20, allows: none },
];

/** Bar: how far downtime-ms may be from the longest silence that clients saw. */
const APART = 0.2;

/** Runs every way under the same load and gives the table. @throws Error naming each way that missed a bar. */
export async function measureDowntime(firstPort: number): Promise<string> {
  const head = ['way', 'deploys', 'requests', 'lost', 'of 10,000', 'longest gap', 'event streams', 'downtime-ms ÷ gap'];
  const rows: string[][] = [];
  const flaws: string[] = [];
  for (const [index, way] of ways.entries()) {
    const measured = await measureWay(way, firstPort + index);
    flaws.push(...missedBars(way, measured).map((flaw) => `${way.name}: ${flaw}`));
    const { report, streams, ratios } = measured;
    const row = [way.name, `${way.deploys}`, `${report.requests}`, formatLost(report), perTenThousand(report)];
    rows.push([...row, `${report.longestGap.ms} ms`, formatStreams(streams), formatRatios(ratios)]);
    console.log(rows.at(-1)?.join(' | '));
  }
  if (flaws.length > 0) throw new Error(`bars that were missed:\n${flaws.join('\n')}`);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function missedBars(way: Way, { report, streams, ratios }: Measured): readonly string[] {
  const wide = ratios.filter((ratio) => Math.abs(ratio - 1) > APART);
  return [
    ...(way.allows(report) ? [] : [`lost ${report.lost}: ${JSON.stringify(report.lostSamples.slice(0, 3))}`]),
    ...(way.endsStreams && streams.cut + streams.refused > 0 ? [`event streams: ${formatStreams(streams)}`] : []),
    ...(wide.length > 0 ? [`downtime-ms is ${formatRatios(wide)} of what clients saw`] : []),
    ...(way.deploy === recreate && ratios.length === 0 ? ['no downtime-ms to compare'] : []),
  ];
}

interface Measured {
  readonly report: LoadReport;
  readonly streams: StreamReport;
  readonly ratios: readonly number[];
}

async function measureWay(way: Way, port: number): Promise<Measured> {
  const world = await makeWorld('bench', { port });
  try {
    const variant = way.abrupt ? killedBySigterm : goodRelease;
    const images = { v1: await world.image(variant('v1')), v2: await world.image(variant('v2')) };
    const first = deployer(way.inputs)(world, images);
    // Both images are on the host before anything is counted.
    await first('warm', 'v2');
    await first('r0', 'v1');
    const deploy = (way.deploy ?? deployer(way.inputs))(world, images);
    return await underLoad(world, way.deploys, deploy);
  } finally {
    await world.dispose();
  }
}

/** 16 clients of both kinds and one event stream, while one release follows the other. */
async function underLoad(world: World, deploys: number, deploy: Deploy): Promise<Measured> {
  const address = world.url('a');
  const load = startLoad({
    url: address,
    keepAlive: 8,
    oneShot: 8,
    post: 0.1,
    slow: 0.05,
    slowMs: 1_000,
    maxSeconds: 3_600,
  });
  const stream = openStream(new URL('/events', address));
  const ratios: number[] = [];
  for (let n = 1; n <= deploys; n++) {
    const ratio = await compareGap(world, load, () => deploy(`r${n}`, n % 2 === 0 ? 'v1' : 'v2'));
    if (ratio !== undefined) ratios.push(ratio);
  }
  const report = await load.stop();
  return { report, streams: stream.close(), ratios };
}

/** How the measured downtime compares with the longest silence that quick clients of their own saw meanwhile. */
async function compareGap(world: World, load: Load, deploy: () => ReturnType<Deploy>): Promise<number | undefined> {
  const quick = startLoad({ url: world.url('a'), keepAlive: 0, oneShot: 2, pauseMs: 10, post: 0, slow: 0 });
  const { downtimeMs } = await deploy();
  const { longestGap, lost } = await quick.stop();
  if (load.snapshot().ended) throw new Error('the load ended before the deploys');
  return downtimeMs === undefined || lost === 0 ? undefined : downtimeMs / longestGap.ms;
}

function deployer(inputs: Readonly<Record<string, string>>) {
  return (world: World, images: Images): Deploy =>
    async (release, version) => {
      const health = { 'health-url': `${world.url('a')}/health`, 'expect-version': version };
      const probe = { 'probe-url': `${world.url('a')}/version`, 'probe-interval': '50ms' };
      const pinned = `web=${images[version]}\nworker=${images[version]}`;
      const timing = { 'drain-timeout': '2s', 'keep-releases': '3' };
      const one = world.step({ ...inputs, ...timing, ...health, ...probe, release, images: pinned });
      const { errors, outputs } = await one.main();
      one.dispose();
      if (errors.length > 0) throw new Error(errors.join('\n'));
      const downtime = outputs.get('downtime-ms');
      return { downtimeMs: downtime ? Number(downtime) : undefined };
    };
}

function recreate(world: World, images: Images): Deploy {
  return deployer({ files: '', proxy: '', strategy: 'recreate' })(world, images);
}

/** The folder of the first release, and compose as the steps of the action call it. */
function composeIn(world: World): string {
  return `cd /opt/${world.app}/releases/r0 && c() { docker compose -p ${world.app} --env-file env $(sed 's/^/-f /' .compose) "$@"; }`;
}

async function pin(world: World, ref: string): Promise<void> {
  await world.onHost(
    'a',
    `cd /opt/${world.app}/releases/r0 && printf 'services:\\n  web:\\n    image: "%s"\\n  worker:\\n    image: "%s"\\n' ${ref} ${ref} >compose.images.yaml && docker image inspect ${ref} >/dev/null`,
  );
}

function composeUp(world: World, images: Images): Deploy {
  return async (_release, version) => {
    await pin(world, images[version]);
    await world.onHost('a', `${composeIn(world)}; c up -d --wait 2>&1`);
    return { downtimeMs: undefined };
  };
}

/** As docker-rollout 0.9 does it: scale to two, wait until healthy, remove the old; the proxy is told at last. */
function rollout(world: World, images: Images): Deploy {
  return async (_release, version) => {
    await pin(world, images[version]);
    await world.onHost(
      'a',
      `${composeIn(world)}
old=$(c ps -q web)
c up -d --no-deps --no-recreate --scale web=2 web 2>&1
new=$(c ps -q web | grep -vF "$old")
until [ "$(docker inspect -f '{{.State.Health.Status}}' $new)" = healthy ]; do sleep 0.2; done
docker stop $old >/dev/null && docker rm $old >/dev/null
printf 'server %s:8080;\\n' "$(docker inspect -f '{{.Name}}' $new | cut -c 2-)" >/opt/${world.app}/shared/nginx/upstream.servers
docker exec ${world.app}-proxy-1 nginx -s reload 2>&1`,
    );
    return { downtimeMs: undefined };
  };
}

function formatLost(report: LoadReport): string {
  const kinds = lostKinds.filter((kind) => report.lostByKind[kind] > 0);
  const each = kinds.map((kind) => `${kind} ${report.lostByKind[kind]}`).join(', ');
  return report.lost === 0 ? '0' : `${report.lost} (${each})`;
}

function perTenThousand({ lost, requests }: LoadReport): string {
  return ((10_000 * lost) / Math.max(1, requests)).toFixed(1);
}

function formatRatios(ratios: readonly number[]): string {
  if (ratios.length === 0) return '';
  return `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
}
