import { ActionError, type Command, type Ports } from '@suite/core';
import type { Inputs } from './inputs.ts';
import type { TableCount } from './manifest.ts';
import type { BackupPlan } from './plan.ts';
import { openPsql } from './ports/psql.ts';
import { clientEnvironment, dumpCommand, psqlCommand } from './postgres-clients.ts';
import { INVENTORY_SQL, parseInventory, SNAPSHOT_SQL } from './postgres-sql.ts';

/** A source that is ready to be read. */
export interface OpenSource {
  readonly command: Command;
  readonly snapshot: string | undefined;
  /** Tables and rows of the same moment; undefined for what has none. Counted while the dump runs. */
  readonly inventory: () => Promise<readonly TableCount[] | undefined>;
  /** Why the snapshot was lost, if it was: then that, and not what the dump said of it, is what went wrong. */
  readonly lost: () => Promise<unknown>;
  readonly close: () => void;
}

/** How long the word of a session that has just ended may take to reach us. */
const LAST_WORDS_MS = 200;

interface Tools {
  readonly ports: Ports;
  readonly signal: AbortSignal;
}

export async function openSource(plan: BackupPlan, inputs: Inputs, tools: Tools): Promise<OpenSource> {
  const { source } = plan;
  const none = {
    snapshot: undefined,
    inventory: async () => undefined,
    lost: async () => undefined,
    close: () => undefined,
  };
  if (source.kind === 'command') {
    const [file = '', ...args] = source.words;
    return { ...none, command: { file, args, env: inputs.env } };
  }
  if (source.kind === 'directory') {
    const args = ['--create', '--format=pax', '--file=-', `--directory=${source.path}`, '.'];
    return { ...none, command: { file: 'tar', args, env: { ...inputs.env, LC_ALL: 'C' } } };
  }
  return openPostgres(plan, inputs, tools);
}

async function openPostgres(plan: BackupPlan, inputs: Inputs, { ports, signal }: Tools): Promise<OpenSource> {
  const { source, clients } = plan;
  if (source.kind !== 'postgres' || clients === undefined) throw new TypeError('a dump needs clients');
  const env = clientEnvironment(source.connection, inputs.env);
  const session = await openPsql(ports.exec, psqlCommand(clients, env), {
    code: 'E_DUMP_FAILED',
    what: `the snapshot of ${plan.label} was lost; nothing was stored`,
    signal,
  });
  const [snapshot] = await session.ask(SNAPSHOT_SQL);
  const counted = session.ask(INVENTORY_SQL).then(parseInventory);
  // Awaited only when the dump has ended; until then a failure must not count as unheard.
  counted.catch(() => undefined);
  const inventory = async (): Promise<readonly TableCount[]> => {
    const tables = await counted;
    judgeTables(tables, inputs);
    return tables;
  };
  const failure = counted.then(() => undefined).catch((error: unknown) => error);
  const lost = (): Promise<unknown> => Promise.race([failure, ports.clock.sleep(LAST_WORDS_MS)]);
  return { command: dumpCommand(clients, env, snapshot), snapshot, inventory, lost, close: session.stop };
}

function judgeTables(tables: readonly TableCount[], { policy }: Inputs): void {
  if (tables.length >= policy.minTables || policy.allowEmpty) return;
  const message = `the database has ${tables.length} tables, fewer than min-tables (${policy.minTables}); nothing was stored`;
  throw new ActionError(message, {
    code: 'E_DUMP_TABLES',
    hint: 'is this the right database? If so: allow-empty: true',
  });
}
