import type { Ports } from '@suite/core';
import type { Connection } from './connection.ts';
import { expandFolder } from './ports/folders.ts';
import { openPsql } from './ports/psql.ts';
import {
  CLIENT_FOLDERS,
  type Clients,
  chooseClients,
  clientEnvironment,
  parseClientVersion,
  psqlCommand,
} from './postgres-clients.ts';
import { parseServer, SERVER_SQL, type ServerFacts } from './postgres-sql.ts';

type Environment = Readonly<Record<string, string>>;

/** Every pg_dump of this machine: the folders of the usual systems, and PATH. */
export async function findClients(env: Environment, ports: Ports): Promise<readonly Clients[]> {
  const folders = (await Promise.all(CLIENT_FOLDERS.map(expandFolder))).flat();
  const asked = [...folders, ''].map(async (folder): Promise<Clients | undefined> => {
    const file = folder === '' ? 'pg_dump' : `${folder}/pg_dump`;
    const command = { file, args: ['--version'], env: { PATH: env['PATH'] ?? '' }, timeoutMs: 10_000 };
    const result = await ports.exec.run(command, ports.signal).catch(() => undefined);
    const version = parseClientVersion(result?.stdout ?? '');
    return version && { folder, ...version };
  });
  return (await Promise.all(asked)).filter((clients) => clients !== undefined);
}

export interface Asking {
  readonly found: readonly Clients[];
  readonly env: Environment;
}

/** @throws ActionError E_SOURCE with what psql says where nobody answers or the door stays shut. */
export async function askServer(connection: Connection, { found, env }: Asking, ports: Ports): Promise<ServerFacts> {
  const [line = ''] = await askLines(connection, { found, env, sql: SERVER_SQL }, ports);
  return parseServer(line);
}

export async function askLines(
  connection: Connection,
  { found, env, sql }: Asking & { readonly sql: string },
  ports: Ports,
): Promise<readonly string[]> {
  const newest = [...found].sort((a, b) => b.major - a.major)[0] ?? chooseClients(found, 0, undefined);
  const session = await openPsql(ports.exec, psqlCommand(newest, clientEnvironment(connection, env)), {
    code: 'E_SOURCE',
    what: `asking ${connection.label}`,
    hint: 'check the address, user and password, and whether this runner may connect',
    signal: ports.signal,
  });
  // One line each: json_build_object prints on one line whatever the values hold.
  const lines = await session.ask(sql);
  await session.close();
  return lines;
}
