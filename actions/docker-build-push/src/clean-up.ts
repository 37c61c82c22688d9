import type { Ports, Report } from '@suite/core';
import { listNames, removeName } from './engine.ts';
import type { EnginePort } from './ports/engine.ts';

/** Names in the state, saved by main before what they stand for is made. */
export const FOLDER = 'docker-config';
export const PREFIX = 'private-prefix';
export const SOCKET = 'socket';
export const BUILDX_PID = 'buildx-pid';

const POLL_MS = 50;
const POLLS = 100;

/** Post: what a crash or a kill left. Main has removed it in every other case. */
export async function cleanUp(ports: Ports, openEngine: (socket: string) => EnginePort): Promise<Report | undefined> {
  const [folder, prefix, socket, pid] = [FOLDER, PREFIX, SOCKET, BUILDX_PID].map((name) => ports.state.read(name));
  if (folder) await ports.files.remove(folder);
  if (!prefix || !socket) return undefined;
  if (pid) await stopBuild(ports, pid, prefix);
  const engine = openEngine(socket);
  for (const name of await listNames(engine, prefix)) await removeName(engine, name);
  return undefined;
}

/** Ends a build whose action was killed: it would load its image after we have looked. */
async function stopBuild(ports: Ports, pid: string, prefix: string): Promise<void> {
  // The number may be another process's by now: ours has the private name among its arguments.
  const runs = async (): Promise<boolean> =>
    (await ports.files.readText(`/proc/${pid}/cmdline`))?.includes(`${prefix}/`) ?? false;
  if (!(await runs())) return;
  await ports.exec.run({ file: 'kill', args: ['-KILL', '--', `-${pid}`] });
  for (let poll = 0; poll < POLLS && (await runs()); poll++) await ports.clock.sleep(POLL_MS);
}
