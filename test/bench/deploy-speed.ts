// How long a deploy takes over a line of 100 ms: one host, image on the host already, an application that boots in 2 s.
import { spawn } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { makeWorld, type World } from '../e2e/ssh-deploy-world.ts';
import { goodRelease, unhealthy, type Variant } from '../lab/pipeline/variants.ts';

/** A line of the table: what was measured, the bar for its median where it has one, and each time in milliseconds. */
interface Row {
  readonly what: string;
  readonly barMs?: number;
  readonly times: readonly number[];
}

const ROUNDS = 3;
const ONE_WAY_MS = 50;
/** Watching is a wait that the user asks for: the bar is for the work. The default of 10 s has a line of its own. */
const WATCH = '1s';
const DEFAULT_WATCH_MS = 10_000;

/** Runs the measurement on `port` and the three ports behind it; gives a table. @throws Error for a bar that was missed. */
export async function measureDeploys(port: number): Promise<string> {
  const world = await makeWorld('speed', { port });
  const line = await delayLine({ host: world.lab.hosts.a.address, port: 22 }, port + 1);
  const registry = await leadToRegistry(world, port + 2);
  try {
    const rows = await measureAll(world, port, registry);
    const missed = rows.filter(({ times, barMs = Number.POSITIVE_INFINITY }) => medianOf(times) > barMs);
    if (missed.length > 0) throw new Error(`bars that were missed:\n${formatRows(missed)}`);
    return formatRows(rows);
  } finally {
    registry.stop();
    line.stop();
    await world.dispose();
  }
}

async function measureAll(world: World, port: number, registry: Registry): Promise<readonly Row[]> {
  const images = [];
  for (const name of ['v1', 'v2']) images.push(registry.rename(await world.image(booting(goodRelease(name)))));
  const sick = registry.rename(await world.image(unhealthy));
  const known = world.lab.hosts.a.knownHosts.replaceAll(/^\S+:2211 /gm, `[127.0.0.1]:${port + 1} `);
  const far = { hosts: `deploy@127.0.0.1:${port + 1}`, 'known-hosts': known, watch: WATCH, 'drain-timeout': '2s' };
  const run = async (inputs: Readonly<Record<string, string>>, result: string): Promise<Ran> => {
    const one = world.step({ ...far, ...inputs });
    const { ms, outputs, errors, summary } = await one.main();
    one.dispose();
    if (outputs.get('result') !== result) throw new Error(`${outputs.get('result')}, not ${result}: ${errors}`);
    return { ms, summary };
  };
  const pinned = (ref = ''): Record<string, string> => ({ images: `web=${ref}\nworker=${ref}` });
  for (const [index, ref] of images.entries()) await run({ release: `warm${index}`, ...pinned(ref) }, 'deployed');
  const [deploys, watched, unchanged, undone, back]: [number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (let round = 0; round < ROUNDS; round++) {
    const [ref, other] = images;
    deploys.push((await run({ release: `r${round}`, ...pinned(ref) }, 'deployed')).ms);
    unchanged.push(await keepsContainers(world, async () => (await run(pinned(ref), 'unchanged')).ms));
    const next = { release: `w${round}`, ...pinned(other), watch: `${DEFAULT_WATCH_MS / 1_000}s` };
    watched.push((await run(next, 'deployed')).ms);
    const bad = await run({ release: `bad${round}`, ...pinned(sick), 'health-timeout': '3s' }, 'failed-clean');
    undone.push(undoMs(bad.summary));
  }
  registry.stop();
  for (let round = 0; round < 2; round++) {
    const to = `${round === 0 ? 'r' : 'w'}${ROUNDS - 1}`;
    back.push((await run({ mode: 'rollback', to, files: '', 'migrate-command': '' }, 'rolled-back')).ms);
  }
  return [
    { what: 'deploy, image on the host', barMs: 15_000, times: deploys },
    { what: 'the same with the default `watch: 10s`', barMs: 15_000 + DEFAULT_WATCH_MS, times: watched },
    { what: 'nothing changed; no container restarted', barMs: 3_000, times: unchanged },
    { what: 'undo after a gate that said no', barMs: 5_000, times: undone },
    { what: '`mode: rollback` while the registry is gone', times: back },
  ];
}

interface Ran {
  readonly ms: number;
  readonly summary: string;
}

function booting(variant: Variant): Variant {
  const lines = [...(variant.replace?.['Dockerfile'] ?? []), ['ARG START_DELAY=\n', 'ARG START_DELAY=2s\n'] as const];
  return { ...variant, replace: { ...variant.replace, Dockerfile: lines } };
}

async function keepsContainers(world: World, work: () => Promise<number>): Promise<number> {
  const look = `docker ps --no-trunc --format '{{.ID}}' --filter label=com.docker.compose.project=${world.app} | sort`;
  const before = await world.onHost('a', look);
  const ms = await work();
  if ((await world.onHost('a', look)) !== before) throw new Error('a container was restarted');
  return ms;
}

function undoMs(summary: string): number {
  const [, amount = '0', unit] = /undone in ([\d.]+) (ms|s)/.exec(summary) ?? [];
  return Number(amount) * (unit === 's' ? 1_000 : 1);
}

interface Registry {
  /** The reference by which the host finds an image through the tunnel. */
  readonly rename: (ref: string) => string;
  readonly stop: () => void;
}

/** A tunnel from the host to the registry: when it stops, the registry is gone for this application and for no other. */
async function leadToRegistry({ lab }: World, port: number): Promise<Registry> {
  const config = join(lab.dir, 'ssh', 'config');
  const forward = `127.0.0.1:${port}:${lab.registry.host}`;
  const child = spawn('ssh', ['-F', config, '-o', 'ExitOnForwardFailure=yes', '-R', forward, 'host-a', 'echo; cat']);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the tunnel to the registry ended with ${code}`)));
  });
  return { rename: (ref) => ref.replace(lab.registry.host, `127.0.0.1:${port}`), stop: () => void child.kill() };
}

/** A relay that gives every byte on 50 ms later, however many are under way. */
async function delayLine(
  target: { readonly host: string; readonly port: number },
  port: number,
): Promise<{ readonly stop: () => void }> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on('data', (chunk) => void setTimeout(() => to.writable && to.write(chunk), ONE_WAY_MS));
      from.on('error', () => undefined);
      from.on('close', () => void setTimeout(() => to.destroy(), ONE_WAY_MS));
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    stop: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.POSITIVE_INFINITY;
}

function formatRows(rows: readonly Row[]): string {
  const lines = rows.map(({ what, barMs, times }) => {
    const median = medianOf(times);
    const [bar, share] = barMs === undefined ? ['–', '–'] : [seconds(barMs), (median / barMs).toFixed(2)];
    const figures = [median, Math.min(...times), Math.max(...times)].map(seconds);
    return `| ${[what, bar, ...figures, share].join(' | ')} |`;
  });
  const head = '| what | bar | median | min | max | of the bar |\n| --- | --- | --- | --- | --- | --- |';
  return [head, ...lines].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
