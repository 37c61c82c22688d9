import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { caBundle } from './certificates.ts';
import { engineBin, installEngine, writeDockerConfig } from './engine-install.ts';
import { cleanFirewall, saveFirewall } from './firewall.ts';
import { holder } from './lock.ts';
import { engineDir, isRoot, labDir, logDir, ownSocket, runDir } from './paths.ts';
import { isRunning, type ProcessRecord, recordProcess, stopProcess } from './processes.ts';
import { attempt, startInBackground, succeeds } from './shell.ts';
import { writePrivate } from './state.ts';
import { waitUntil } from './wait.ts';

export interface Engine {
  readonly own: boolean;
  readonly dockerHost: string;
  readonly dockerConfig: string;
  /** Folders that go before the system's on PATH. */
  readonly path: readonly string[];
}

const recordFile = join(runDir, 'engine.json');
const dockerConfig = join(labDir, 'docker');

/** The environment in which `docker` talks to this engine. */
export function engineEnv(engine: Engine): NodeJS.ProcessEnv {
  const path = [...engine.path, process.env['PATH'] ?? ''].join(':');
  return { ...process.env, PATH: path, DOCKER_HOST: engine.dockerHost, DOCKER_CONFIG: engine.dockerConfig };
}

/** An engine that answers: the lab's own if it runs, else the machine's, else a new one of the lab's own. */
export async function ensureEngine(): Promise<Engine> {
  if (!ownEngineRuns()) {
    const found = await findEngine();
    if (found !== undefined) return found;
    await startOwnEngine();
  }
  writeDockerConfig(dockerConfig, [join(engineBin, 'cli-plugins')]);
  return ownEngine();
}

/** Refuses early, in one sentence, where there is no Docker and no way to start one. */
export async function requireEngine(): Promise<void> {
  if (isRoot || (await findEngine()) !== undefined) return;
  throw new Error('The lab needs a running Docker (28 or newer), or root to start one of its own: install Docker.');
}

/** The engine that this machine's lab uses, if there is a lab; starts nothing. */
export async function currentEngine(): Promise<Engine | undefined> {
  if (ownEngineRuns()) return ownEngine();
  return holder() !== undefined || existsSync(dockerConfig) ? findEngine() : undefined;
}

/** An engine to clean up with. A dead one of ours is started again, because its containers may still run. */
export async function engineToClean(): Promise<Engine | undefined> {
  if (!existsSync(recordFile) || ownEngineRuns()) return currentEngine();
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  await startOwnEngine();
  return ownEngine();
}

export function ownEngineRuns(): boolean {
  return isRunning(readRecord());
}

/** Stops the lab's own engine and takes away what it leaves in the kernel. */
export async function stopOwnEngine(): Promise<void> {
  if (!existsSync(recordFile)) return;
  await stopProcess(readRecord(), 20_000);
  const containerd = join(runDir, 'exec/containerd/containerd.pid');
  if (existsSync(containerd)) await stopProcess(recordProcess(Number(readFileSync(containerd, 'utf8'))));
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((dir) => dir.startsWith(`${runDir}/`) || dir.startsWith(`${engineDir}/`));
  for (const dir of mounts.reverse()) await attempt('umount', ['-l', dir]);
  await cleanFirewall();
  for (const dir of ['/run/docker/plugins', '/run/docker', '/run/containerd/s', '/run/containerd']) {
    await attempt('rmdir', [dir]);
  }
  rmSync(recordFile, { force: true });
}

async function startOwnEngine(): Promise<void> {
  await stopOwnEngine();
  await installEngine();
  await saveFirewall();
  mkdirSync(join(engineDir, 'data'), { recursive: true });
  const args = [
    ...['--host', `unix://${ownSocket}`, '--data-root', join(engineDir, 'data'), '--exec-root', join(runDir, 'exec')],
    ...['--pidfile', join(runDir, 'docker.pid'), '--registry-mirror', 'https://10.77.0.7:5000'],
    ...['--storage-driver', 'overlay2', '--shutdown-timeout', '5'],
  ];
  const env = { ...process.env, PATH: `${engineBin}:${process.env['PATH'] ?? ''}`, SSL_CERT_FILE: caBundle };
  const pid = startInBackground({ file: join(engineBin, 'dockerd'), args, env, log: join(logDir, 'engine.log') });
  const record = recordProcess(pid);
  writePrivate(recordFile, JSON.stringify(record));
  const answers = async () => {
    if (!isRunning(record)) throw new Error(`dockerd ended at once; see ${join(logDir, 'engine.log')}`);
    return succeeds(join(engineBin, 'docker'), ['-H', `unix://${ownSocket}`, 'version']);
  };
  await waitUntil(answers, { what: 'dockerd', timeoutMs: 60_000 });
}

async function findEngine(): Promise<Engine | undefined> {
  const engine = foundEngine();
  const version = await attempt('docker', ['version', '--format', '{{.Server.Version}}'], { env: engineEnv(engine) });
  if (version.code !== 0) return undefined;
  if (Number.parseInt(version.stdout, 10) < 28)
    throw new Error(`The lab needs Docker 28 or newer, not ${version.stdout}`);
  const standard = ['/usr/libexec/docker', '/usr/lib/docker', '/usr/local/lib/docker', '/usr/local/libexec/docker'];
  const user = process.env['DOCKER_CONFIG'] || join(homedir(), '.docker');
  const folders = [user, ...standard].map((dir) => join(dir, 'cli-plugins'));
  writeDockerConfig(dockerConfig, folders);
  return engine;
}

function foundEngine(): Engine {
  const dockerHost = process.env['DOCKER_HOST'] || 'unix:///var/run/docker.sock';
  return { own: false, dockerHost, dockerConfig, path: [] };
}

function ownEngine(): Engine {
  return { own: true, dockerHost: `unix://${ownSocket}`, dockerConfig, path: [engineBin] };
}

function readRecord(): ProcessRecord | undefined {
  return existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as ProcessRecord) : undefined;
}
