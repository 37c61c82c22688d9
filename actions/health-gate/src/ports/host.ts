import { ActionError, type CommandResult, type Ports } from '@suite/core';
import { type Connection, connect, formatTarget, openClient, type SshClient, type SshSettings } from '@suite/ssh';
import type { ScriptResult } from '../judge-host.ts';

/** Key of the state under which post finds the folder with the key. */
const SSH_FOLDER = 'sshFolder';

/** Where scripts run: a host over SSH, or the runner itself. */
export interface Host {
  /** @throws ActionError E_SSH_* where no later try can get better: a refused key, a wrong host key. */
  readonly run: (script: string, timeoutMs: number) => Promise<ScriptResult>;
  readonly close: () => Promise<void>;
}

/** The runner itself; `env` is the job's environment without the inputs. */
export function runnerHost(env: Readonly<Record<string, string>>, { exec, signal }: Ports): Host {
  const run = (script: string, timeoutMs: number): Promise<CommandResult> =>
    exec.run({ file: 'sh', args: ['-s'], env, stdin: script, timeoutMs }, signal);
  return {
    run: (script, timeoutMs) =>
      measured(
        timeoutMs,
        () => run(script, timeoutMs),
        () => true,
      ),
    close: async () => undefined,
  };
}

/** A host over SSH, connected with the first script; a connection that broke is made again by the next one. */
export function sshHost(settings: SshSettings, ports: Ports): Host {
  const closing = new AbortController();
  const link = openLink(settings, { ...ports, signal: AbortSignal.any([ports.signal, closing.signal]) });
  const where = settings.targets.map(formatTarget).join();
  return {
    run: async (script, timeoutMs) => {
      const work = async (): Promise<CommandResult> => (await link.connection()).run(script, timeoutMs);
      const result = await measured(timeoutMs, work, link.isConnected);
      return result.failure === undefined ? result : { ...result, failure: `${where}: ${result.failure}` };
    },
    close: async () => {
      closing.abort();
      await link.close();
    },
  };
}

function openLink(settings: SshSettings, ports: Ports) {
  let folder: string | undefined;
  let client: SshClient | undefined;
  let connected: Connection | undefined;
  let connecting: Promise<Connection> | undefined;
  const open = async (): Promise<Connection> => {
    folder ??= await ports.files.makeTemporaryFolder('ssh');
    ports.state.save(SSH_FOLDER, folder);
    client = await openClient(settings, folder, ports);
    connected = await connect(client, 0, ports);
    return connected;
  };
  return {
    isConnected: () => connected !== undefined,
    connection: (): Promise<Connection> => {
      connecting ??= open().catch(async (error) => {
        await client?.close();
        connecting = undefined;
        throw error;
      });
      return connecting;
    },
    close: async (): Promise<void> => {
      await connecting?.catch(() => undefined);
      await connected?.close();
      await client?.close();
      if (folder !== undefined) await ports.files.remove(folder);
    },
  };
}

/** Removes the folder with the key, where main was killed before it could. */
export async function removeKey({ state, files }: Pick<Ports, 'state' | 'files'>): Promise<undefined> {
  const folder = state.read(SSH_FOLDER);
  if (folder !== undefined) await files.remove(folder);
}

/** Keeps the time, also where a connection hangs; a failure that may pass is an answer. */
async function measured(
  timeoutMs: number,
  work: () => Promise<CommandResult>,
  reached: () => boolean,
): Promise<ScriptResult> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  const done = (result: CommandResult | undefined, failure?: string): ScriptResult => ({
    totalMs: performance.now() - started,
    reached: reached(),
    result,
    failure,
  });
  const running = work();
  try {
    const result = await Promise.race([running, late]);
    running.catch(() => undefined);
    return result === undefined || result.timedOut ? done(undefined, `no answer within ${timeoutMs} ms`) : done(result);
  } catch (error) {
    if (error instanceof ActionError && error.details.retryable) return done(undefined, error.message);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
