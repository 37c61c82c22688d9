// Twenty chained checks on loopback, by smoke-test and by its peers from npm; and the memory a huge body costs.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import { cacheDir } from '../lab/paths.ts';
import { type Candidate, measure, timingTable } from './measure.ts';
import { hugeServer, stepServer } from './smoke-servers.ts';

const STEPS = 20;
const PEERS = { newman: '6.2.2', stepci: '2.8.2', httpyac: '6.16.7' };
const bundle = join(repository, 'dist/smoke-test/index.js');

/** The bars: milliseconds of the whole process, times that each peer takes at least, milliseconds, bytes. */
const BARS = { wholeMs: 600, ratio: 3, firstMs: 250, bytes: 100_000_000 };

/** A table of whole processes, and two sentences: when the first request comes, and the peak of memory. @throws where a bar is missed. */
export async function measureSmoke(rounds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'smoke-bench-'));
  const server = await startServer(stepServer);
  try {
    const candidates = candidatesFor(folder, server.port);
    for (const candidate of candidates) mustPass(candidate);
    const timings = measure(candidates, rounds);
    const first = [1, 2, 3, 4, 5].map(() => Math.round(firstRequestMs(folder, server)));
    const [own = Number.POSITIVE_INFINITY, ...others] = timings.map(({ median }) => median);
    hold(own < BARS.wholeMs, `${STEPS} chained checks took ${own} ms`);
    hold(Math.min(...others) >= BARS.ratio * own, `the fastest peer took ${Math.min(...others)} ms, we ${own} ms`);
    hold(median(first) < BARS.firstMs, `the first request came after ${first.join(', ')} ms`);
    const table = timingTable(timings);
    return `${table}\n\nThe first request of smoke-test came ${Math.min(...first)} to ${Math.max(...first)} ms after its start. ${await memoryOfHugeBody(folder)}`;
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A bar is not a figure to look at later. */
function hold(isHeld: boolean, what: string): void {
  if (!isHeld) throw new Error(`a bar of smoke-test is missed: ${what}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

interface BenchServer {
  readonly port: number;
  readonly stop: () => void;
}

/** In a process of its own, as timing a program blocks this one. */
async function startServer(source: string): Promise<BenchServer> {
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { port: Number(String(line)), stop: () => child.kill() };
}

function candidatesFor(folder: string, port: number): readonly Candidate[] {
  const peers = installPeers();
  const steps = Array.from({ length: STEPS }, (_, step) => step);
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const base = `http://127.0.0.1:${port}`;
  const own = write('steps.smoke.yml', `base-url: ${base}\nchecks:\n${steps.map(ownStep).join('')}`);
  const collection = { info: { name: 'steps', schema: SCHEMA }, item: steps.map((step) => newmanStep(step, base)) };
  const postman = write('steps.json', JSON.stringify(collection));
  const http = write('steps.http', steps.map((step) => httpyacStep(step, base)).join('\n###\n'));
  const step = write(
    'steps.stepci.yml',
    `version: "1.1"\nname: steps\ntests:\n  chain:\n    steps:\n${steps.map((one) => stepciStep(one, base)).join('')}`,
  );
  const peer = (name: string, args: readonly string[]): Candidate => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, STEPCI_DISABLE_ANALYTICS: '1' };
    return { name, file: join(peers, 'node_modules/.bin', name), args, env, cwd: folder };
  };
  return [
    { name: 'smoke-test', file: process.execPath, args: [bundle], env: ownEnv(folder, { FILES: own }), cwd: folder },
    peer('httpyac', ['send', http, '--all', '--silent']),
    peer('newman', ['run', postman, '--silent']),
    peer('stepci', ['run', step]),
  ];
}

function ownEnv(folder: string, inputs: Readonly<Record<string, string>>): Record<string, string> {
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value]);
  return { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: folder, ...files, ...Object.fromEntries(named) };
}

const ownStep = (step: number): string =>
  `  - { name: s${step}, get: "/step/${step === 0 ? 0 : `{{n${step}}}`}", expect: { status: 200, json.ok: true, header.Content-Type: contains json, time.total: <10s }, capture: { n${step + 1}: json.next } }\n`;

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

function newmanStep(step: number, base: string): object {
  const exec = [
    'pm.test("a", () => { pm.response.to.have.status(200); pm.expect(pm.response.json().ok).to.eql(true);',
    'pm.expect(pm.response.headers.get("Content-Type")).to.include("json"); pm.expect(pm.response.responseTime).to.be.below(10000); });',
    'pm.environment.set("n", pm.response.json().next);',
  ];
  const url = `${base}/step/${step === 0 ? '0' : '{{n}}'}`;
  return { name: `s${step}`, event: [{ listen: 'test', script: { exec } }], request: { method: 'GET', url } };
}

const httpyacStep = (step: number, base: string): string =>
  [
    ...(step === 0 ? [] : [`# @ref s${step - 1}`]),
    `# @name s${step}`,
    `GET ${base}/step/${step === 0 ? '0' : `{{s${step - 1}.next}}`}`,
    '',
    '?? status == 200',
    '?? js response.parsedBody.ok == true',
    '?? header content-type includes json',
    '?? duration < 10000',
  ].join('\n');

const stepciStep = (step: number, base: string): string =>
  [
    `      - name: s${step}`,
    '        http:',
    `          url: ${base}/step/${step === 0 ? '0' : '${{captures.next}}'}`,
    '          method: GET',
    '          captures: { next: { jsonpath: $.next } }',
    '          check: { status: 200, jsonpath: { $.ok: true }, headers: { content-type: application/json }, performance: { total: [{ lt: 10000 }] } }',
    '',
  ].join('\n');

/** npm puts the peers into the cache once. Their install scripts are not run. */
function installPeers(): string {
  const folder = join(cacheDir, `smoke-peers-${Object.values(PEERS).join('-')}`);
  if (existsSync(join(folder, 'node_modules/.bin/stepci'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const packages = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent', ...packages];
  if (spawnSync('npm', args, { cwd: folder, stdio: 'inherit' }).status !== 0)
    throw new Error('npm could not install the peers');
  return folder;
}

/** A peer that fails early would look fast. */
function mustPass({ name, file, args, env, cwd }: Candidate): void {
  const run = spawnSync(file, args, { encoding: 'utf8', ...(env ? { env } : {}), ...(cwd ? { cwd } : {}) });
  if (run.status !== 0)
    throw new Error(`${name} exits ${run.status}: ${run.stdout.slice(-600)} ${run.stderr.slice(-600)}`);
}

/** The server tells when it was asked first since it was last told to forget. */
function firstRequestMs(folder: string, { port }: BenchServer): number {
  const started = Date.now();
  const env = ownEnv(folder, { CHECKS: 'GET /step/0 200', 'BASE-URL': `http://127.0.0.1:${port}` });
  spawnSync(process.execPath, [bundle], { env, cwd: folder });
  const seen = spawnSync(
    process.execPath,
    ['-e', `fetch('http://127.0.0.1:${port}/last').then((r) => r.text()).then(console.log)`],
    { encoding: 'utf8' },
  );
  return Number(seen.stdout) - started;
}

async function memoryOfHugeBody(folder: string): Promise<string> {
  const server = await startServer(hugeServer);
  const files = join(folder, 'huge.smoke.yml');
  writeFileSync(files, 'checks: [{ get: /huge, expect: { size: ">=314572800", sha256: exists } }]');
  const env = ownEnv(folder, { FILES: files, 'BASE-URL': `http://127.0.0.1:${server.port}`, 'REQUEST-TIMEOUT': '60s' });
  const child = spawn(process.execPath, [bundle], { env, cwd: folder, stdio: 'ignore' });
  let peakKib = 0;
  const timer = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
    peakKib = Math.max(peakKib, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 5);
  const [code] = await once(child, 'close');
  clearInterval(timer);
  server.stop();
  if (code !== 0) throw new Error(`the check of the huge body exits ${code}`);
  const bytes = peakKib * 1024;
  hold(bytes > 0 && bytes < BARS.bytes, `a body of 300 MiB costs a peak of ${bytes} bytes`);
  return `A body of 300 MiB, read to its end for its size and SHA-256, costs it a peak of ${Math.round(bytes / 1e6)} MB (of 10^6 bytes).`;
}
