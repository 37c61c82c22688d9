// 300 files over a link of 40 ms: the agent's upload beside rsync and scp, each with a login of its own, in turns.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveFile, connect, fingerprintOfLine, type SshClient } from '@suite/ssh';
import { openSession } from '../../actions/ssh-deploy/src/agent-session.ts';
import { putFrames, stepFrames } from '../../actions/ssh-deploy/src/drive.ts';
import { formatLibrary } from '../../actions/ssh-deploy/src/library.ts';
import { uploadStep } from '../../actions/ssh-deploy/src/steps/files.ts';
import { ports, withClient } from '../e2e/ssh-names.ts';
import { asRoot, startSshd } from '../e2e/ssh-servers.ts';
import { installMissing } from '../lab/apt.ts';
import { readLab } from '../lab/state.ts';
import { type Timing, timeInTurns } from './measure.ts';

const ONE_WAY_MS = 20;
const ROOT = '/opt/app/bench-upload';
/** Behind the agent, which undoes what was not committed after the connection has ended. */
const REMOVE = `{ [ ! -e ${ROOT}/.deploy/lock ] || flock ${ROOT}/.deploy/lock true; }; rm -rf ${ROOT}`;

/** Needs the lab, and takes one port of host-a. @throws Error where we are slower than rsync by more than its own noise. */
export async function measureUpload(rounds: number, port: number): Promise<readonly Timing[]> {
  await installMissing({ rsync: 'rsync' });
  const lab = readLab();
  const folder = mkdtempSync(join(tmpdir(), 'upload-'));
  const files = writeTree(join(folder, 'tree'));
  const server = await startSshd(lab, { port, config: ['Subsystem sftp internal-sftp'] });
  const link = await slowLink(server);
  const known = `[127.0.0.1]:${link.port} ${server.keys[0]}`;
  const config = join(folder, 'config');
  writeFileSync(join(folder, 'known_hosts'), `${known}\n`);
  writeFileSync(
    config,
    `Host far\n HostName 127.0.0.1\n Port ${link.port}\n User deploy\n IdentityFile ${lab.sshKeyFile}\n UserKnownHostsFile ${folder}/known_hosts\n BatchMode yes\n`,
  );
  const inputs = { hosts: `deploy@127.0.0.1:${link.port}`, 'known-hosts': fingerprintOfLine(`x ${server.keys[0]}`) };
  const tree = `${folder}/tree`;
  const clean = (): Promise<string> => asRoot(lab, `${REMOVE}; install -d -o deploy ${ROOT} ${ROOT}/rsync ${ROOT}/scp`);
  const arrived = (where: string) => (): Promise<string> =>
    asRoot(lab, `test "$(find ${ROOT}/${where} -type f | wc -l)" = ${files.length}`);
  const timings = await timeInTurns(
    [
      {
        name: 'rsync -az',
        before: clean,
        run: () => succeed('rsync', ['-az', '-e', `ssh -F ${config}`, `${tree}/`, `far:${ROOT}/rsync/`]),
        after: arrived('rsync'),
      },
      { name: 'ssh-deploy', before: clean, run: () => uploadOnce(inputs, files), after: arrived('releases/r1') },
      {
        name: 'scp -r',
        before: clean,
        run: () => succeed('scp', ['-q', '-r', '-F', config, tree, `far:${ROOT}/scp/`]),
        after: arrived('scp'),
        once: true,
      },
    ],
    rounds,
  );
  link.close();
  await asRoot(lab, REMOVE);
  await server.dispose();
  rmSync(folder, { recursive: true });
  const [rsync, ours] = timings;
  if (rsync === undefined || ours === undefined || ours.median > rsync.upper)
    throw new Error(`slower than rsync: ${JSON.stringify([ours, rsync])}`);
  return timings;
}

/** Uploads, and gives what ends the session: that undoes the upload, so the files are counted first. */
async function uploadOnce(
  inputs: Readonly<Record<string, string>>,
  files: readonly ArchiveFile[],
): Promise<() => Promise<void>> {
  const there = Promise.withResolvers<void>();
  const counted = Promise.withResolvers<void>();
  const whole = withClient(inputs, async (client) => {
    const close = await upload(client, files);
    there.resolve();
    await counted.promise;
    await close();
  });
  await Promise.race([there.promise, whole]);
  return async () => {
    counted.resolve();
    await whole;
  };
}

/** As a deploy does it: login, agent, library, archive. Gives what ends the session. */
async function upload(client: SshClient, files: readonly ArchiveFile[]): Promise<() => Promise<void>> {
  const connection = await connect(client, 0, ports);
  const names = { root: ROOT, app: 'bench', release: 'r1', previous: undefined };
  const launch = { root: ROOT, tx: 'bench', lease: 30, lockWait: 0, by: 'bench' };
  const { session } = await openSession(connection, 'far', { ...launch, log: ports.log, signal: ports.signal });
  const step = uploadStep(files, { zstd: true, hmacKey: '0'.repeat(64), compose: false });
  const library = { name: 'lib.sh', content: Buffer.from(formatLibrary(names)) };
  session.send([...putFrames([library]), ...stepFrames(step)]);
  for (;;) {
    const event = await session.next();
    if (event?.e === 'ok') return () => session.close().then(connection.close);
    if (event === undefined || event.e === 'fail') throw new Error(`upload: ${JSON.stringify(event)}`);
  }
}

/** Files as a web application has them: text that compresses to about a third, and pictures that do not. */
function writeTree(root: string): readonly ArchiveFile[] {
  return Array.from({ length: 300 }, (_, index) => {
    const path = `d${index % 10}/file-${index}`;
    const content =
      index % 3 === 0
        ? randomBytes(13_000)
        : Buffer.from(randomBytes(4_500).toString('hex').repeat(2).slice(0, 13_500));
    mkdirSync(join(root, `d${index % 10}`), { recursive: true });
    writeFileSync(join(root, path), content);
    return { path, content: readFileSync(join(root, path)) };
  });
}

/** A relay on loopback that holds all bytes back for a time and none of them up: latency without a bandwidth. */
async function slowLink(to: {
  readonly address: string;
  readonly port: number;
}): Promise<{ readonly port: number; readonly close: () => void }> {
  const open: Socket[] = [];
  const relay = (from: Socket, into: Socket): void => {
    open.push(from);
    from.setNoDelay(true);
    from.on('error', () => into.destroy());
    from.on('data', (chunk: Buffer) => setTimeout(() => into.write(chunk), ONE_WAY_MS));
    from.on('end', () => setTimeout(() => into.end(), ONE_WAY_MS));
  };
  const server = createServer((client) => {
    const upstream = dial(to.port, to.address);
    relay(client, upstream);
    relay(upstream, client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

async function succeed(file: string, args: readonly string[]): Promise<undefined> {
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file}: exit ${code}`);
}
