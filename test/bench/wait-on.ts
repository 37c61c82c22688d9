// What wait-on lets pass, by wait-on and by health-gate in one run against the same servers.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { runMain } from '@suite/testing';
import { type KeyPair, openZoo, type Running, serve, type Zoo } from '../../packages/http/test/zoo.ts';
import { openBoxes } from '../e2e/health-gate-world.ts';
import { cacheDir } from '../lab/paths.ts';

/** The newest, and the one in iFaxity/wait-on-action. */
const VERSIONS = ['9.5.1', '7.2.0'];
const PATIENCE_MS = 4_000;

/** One thing that must not pass. */
interface Case {
  readonly what: string;
  readonly resource: string;
  /** Arguments of wait-on beside the resource. */
  readonly args?: readonly string[];
  /** What health-gate is asked beside its timing. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What its refusal must name. */
  readonly says: string;
}

/** A table of every case. @throws Error naming each that health-gate lets pass, or refuses for another cause. */
export async function compareWithWaitOn(): Promise<string> {
  const folder = installWaitOn();
  const world = openWorld();
  const rows: string[] = [];
  const flaws: string[] = [];
  try {
    for (const one of await casesOf(world)) {
      const exits: (number | null)[] = [];
      for (const version of VERSIONS) exits.push(await waitOn(join(folder, version), one));
      const timing = { interval: '200ms', warmup: '0s', deadline: `${PATIENCE_MS}ms`, bake: '2s' };
      const { exitCode, errors } = await runMain('health-gate', { inputs: { ...timing, ...one.inputs } });
      const said = errors.at(-1)?.split('\n').join(' ') ?? '';
      if (exitCode !== 1 || !said.includes(one.says)) flaws.push(`${one.what}: exit ${exitCode}, ${said}`);
      rows.push(`| ${one.what} | ${exits.join(' | ')} | ${exitCode} | ${one.says} |`);
    }
  } finally {
    await world.close();
  }
  if (flaws.length > 0) throw new Error(`health-gate must refuse, and name the cause:\n${flaws.join('\n')}`);
  const head = ['case', ...VERSIONS.map((version) => `exit of wait-on ${version}`), 'exit of health-gate', 'its cause'];
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n');
}

interface World {
  readonly zoo: Zoo;
  readonly boxes: ReturnType<typeof openBoxes>;
  readonly up: (listener: RequestListener, pair?: KeyPair) => Promise<string>;
  readonly close: () => Promise<void>;
}

function openWorld(): World {
  const running: Running[] = [];
  const [zoo, boxes] = [openZoo(), openBoxes()];
  return {
    zoo,
    boxes,
    up: async (listener, pair) => {
      const server = await serve(listener, pair);
      running.push(server);
      return `${pair ? 'https' : 'http'}://localhost:${server.port}/`;
    },
    close: async () => {
      await Promise.all([...running.map((one) => one.close()), boxes.dispose()]);
      zoo.dispose();
    },
  };
}

async function casesOf(world: World): Promise<readonly Case[]> {
  return [...(await certificates(world)), ...(await answers(world)), ...(await times(world)), await database(world)];
}

const says =
  (body: unknown): RequestListener =>
  (_, response) =>
    response.end(JSON.stringify(body));

async function certificates({ zoo, up }: World): Promise<readonly Case[]> {
  const one = async (what: string, pair: KeyPair, cause: string, ca = true): Promise<Case> => {
    const url = await up(says({ status: 'ok' }), pair);
    return { what, ...get(url), inputs: { url, ...(ca ? { 'ca-cert': zoo.ca } : {}) }, says: cause };
  };
  return [
    await one('expired certificate', zoo.issue('DNS:localhost', { to: '20240102000000Z' }), 'the certificate expired'),
    await one('certificate of another host', zoo.issue('DNS:other.example'), 'not for localhost but for other.example'),
    await one('unknown authority', zoo.issue('DNS:localhost'), 'an authority that is not trusted here', false),
  ];
}

async function answers({ up }: World): Promise<readonly Case[]> {
  let turn = 0;
  const url = {
    turns: await up((_, response) => response.writeHead(turn++ % 2 === 0 ? 200 : 503).end()),
    degraded: await up(says({ status: 'ok', ollama: 'degraded' })),
    down: await up(says({ status: 'down' })),
    component: await up(says({ status: 'ok', details: { db: { status: 'down' } } })),
    old: await up(says({ status: 'ok', version: '0.3.1' })),
    once: await up(dying(4)),
  };
  const one = (what: string, of: keyof typeof url, own: Readonly<Record<string, string>>, cause: string): Case => ({
    ...{ what, ...get(url[of]) },
    ...{ inputs: { url: url[of], ...own }, says: cause },
  });
  return [
    one('200 and 503 in turns', 'turns', {}, 'not healthy within'),
    one('200 with a degraded part', 'degraded', { degraded: 'fail' }, 'ollama degraded'),
    one('200 with "down"', 'down', {}, 'status down'),
    one('"ok" with a part that is down', 'component', {}, 'db down'),
    one('the old build', 'old', { 'expect-version': '0.3.2' }, 'the old build still answers: version 0.3.1'),
    one('well at first, then 503', 'once', {}, 'healthy at first, then'),
  ];
}

/** Is well so often, and then no more; each client counts on its own, as each is asked by a run of its own. */
function dying(after: number): RequestListener {
  const asked = new Map<string, number>();
  return (request, response) => {
    const client = request.headers['user-agent'] ?? '';
    const count = (asked.get(client) ?? 0) + 1;
    asked.set(client, count);
    response.writeHead(count > after ? 503 : 200).end();
  };
}

/** `timeout: 20s`, of which iFaxity/wait-on-action makes 20 milliseconds. */
async function times({ up }: World): Promise<readonly Case[]> {
  const url = await up((_, response) => setTimeout(() => response.end('{"status":"ok"}'), 500));
  const cause = 'deadline: "20" has no unit; write 20s or 20ms';
  return [
    {
      what: 'a time of 20, 20 ms or 20 s',
      ...get(url),
      args: ['-t', '20'],
      inputs: { url, deadline: '20' },
      says: cause,
    },
  ];
}

async function database({ boxes }: World): Promise<Case> {
  const { address } = await boxes.refusingPostgres();
  const checks = `- tcp: ${address}:5432`;
  const cause = 'open, but postgres takes no commands: 57P03';
  return {
    what: '`tcp:` of a PostgreSQL that refuses',
    resource: `tcp:${address}:5432`,
    inputs: { checks, warmup: '3s' },
    says: cause,
  };
}

function get(url: string): Pick<Case, 'resource'> {
  return { resource: url.replace('://', '-get://') };
}

async function waitOn(folder: string, { resource, args = ['-t', String(PATIENCE_MS)] }: Case): Promise<number | null> {
  const program = join(folder, 'node_modules/wait-on/bin/wait-on');
  const child = spawn(process.execPath, [program, ...args, resource], { stdio: 'ignore' });
  const [code] = await once(child, 'close');
  return code;
}

/** npm puts each version into the cache once. Install scripts are not run. */
function installWaitOn(): string {
  const folder = join(cacheDir, 'wait-on');
  for (const version of VERSIONS.filter((one) => !existsSync(join(folder, one, 'node_modules/wait-on/bin')))) {
    const own = join(folder, version);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'package.json'), '{"private":true}');
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent', `wait-on@${version}`];
    if (spawnSync('npm', args, { cwd: own, stdio: 'inherit' }).status !== 0)
      throw new Error(`npm could not install wait-on ${version}`);
  }
  return folder;
}
