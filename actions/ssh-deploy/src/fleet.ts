import { type ActionError, type Ports, toActionError } from '@suite/core';
import { type Connection, connect, formatTarget, openClient, type SshClient } from '@suite/ssh';
import { type AgentSession, type Opened, openSession } from './agent-session.ts';
import { type Inputs, inSeconds } from './inputs.ts';

/** The hosts of one run: their connections, and the agents that hold their locks. */
export interface Fleet {
  client?: SshClient;
  connections: readonly Connection[];
  sessions: readonly AgentSession[];
  /** When the time of the whole run is over, monotonic milliseconds. */
  deadline?: number;
}

/** Key of the state under which post finds the folder with the key. */
export const SSH_FOLDER = 'sshFolder';

/** A host that could not be connected to, and why. */
export interface Unreachable {
  readonly host: string;
  readonly reason: ActionError;
}

/** Connects to every host at the same time. Nothing on them is touched. @throws ActionError E_SSH_* of the first. */
export async function connectAll(inputs: Inputs, ports: Ports, fleet: Fleet): Promise<void> {
  const [unreachable] = await connectEach(inputs, ports, fleet);
  if (unreachable) throw unreachable.reason;
}

/** Connects to every host that can be connected to; the result are the others. */
export async function connectEach(inputs: Inputs, ports: Ports, fleet: Fleet): Promise<readonly Unreachable[]> {
  const folder = await ports.files.makeTemporaryFolder('ssh');
  ports.state.save(SSH_FOLDER, folder);
  const client = await openClient(inputs.ssh, folder, ports);
  fleet.client = client;
  const attempts = await Promise.allSettled(inputs.ssh.targets.map((_, index) => connect(client, index, ports)));
  fleet.connections = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
  return attempts.flatMap((attempt, index) => {
    const target = inputs.ssh.targets[index];
    if (attempt.status === 'fulfilled' || target === undefined) return [];
    return [{ host: formatTarget(target), reason: toActionError(attempt.reason) }];
  });
}

/**
 * Takes the lock on every host and lets it settle what an earlier deploy left. Every deploy asks the same host first:
 * of several at once one gets all locks, instead of each some. @throws ActionError of the first.
 */
export async function lockAll(
  inputs: Inputs,
  fleet: Fleet,
  { tx, ports }: { readonly tx: string; readonly ports: Pick<Ports, 'log' | 'signal'> },
): Promise<readonly Opened[]> {
  const { policy, root, by } = inputs;
  const { log, signal } = ports;
  const times = { lease: inSeconds(policy.leaseMs), lockWait: inSeconds(policy.lockWaitMs) };
  const nameOf = ({ target }: Connection): string => formatTarget(target);
  const open = (connection: Connection): Promise<Opened> =>
    openSession(connection, nameOf(connection), { root, tx, ...times, by, log, signal });
  const leader = fleet.connections.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))[0];
  if (leader === undefined) return [];
  const first = open(leader);
  const attempts = await Promise.allSettled(
    fleet.connections.map((connection) => (connection === leader ? first : first.then(() => open(connection)))),
  );
  const opened = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
  fleet.sessions = opened.map(({ session }) => session);
  throwFirst(attempts);
  return opened;
}

/** Ends every session and connection; a host undoes by itself what was not committed. */
export async function closeAll(fleet: Fleet): Promise<void> {
  await Promise.all(fleet.sessions.map((session) => session.close()));
  await Promise.all(fleet.connections.map((connection) => connection.close()));
  await fleet.client?.close();
  fleet.sessions = [];
  fleet.connections = [];
}

function throwFirst(attempts: readonly PromiseSettledResult<unknown>[]): void {
  const failed = attempts.find((attempt) => attempt.status === 'rejected');
  if (failed) throw failed.reason;
}
