import type { Inputs } from './inputs.ts';
import type { RestorePlan } from './plan.ts';
import { openPsql } from './ports/psql.ts';
import { clientEnvironment, psqlCommand } from './postgres-clients.ts';
import { BEGIN_SQL, INVENTORY_SQL, parseInventory, WIPE_SQL } from './postgres-sql.ts';
import type { RestoreTools, Restoring } from './restore.ts';

/**
 * Restores a dump in one transaction that stops at the first error. It is committed only after the last byte was checked
 * and every table was counted; a killed run, a lost line or a failed check leave the database as it was. `psql
 * --single-transaction` would not do: it commits whatever it got when its input ends.
 */
export async function restoreDatabase(
  plan: RestorePlan,
  inputs: Inputs,
  { ports, signal, restoring }: RestoreTools & { readonly restoring: Restoring },
): Promise<void> {
  const { target, replaces, manifest } = plan;
  const connection = inputs.restore?.target;
  if (connection === undefined || target.clients === undefined) throw new TypeError('a restore needs a target');
  const session = await openPsql(ports.exec, psqlCommand(target.clients, clientEnvironment(connection, inputs.env)), {
    code: 'E_RESTORE_FAILED',
    what: `restoring ${manifest.id} into ${target.label} failed; nothing was changed`,
    hint: 'the first error counts: a missing role or extension, an older server or psql',
    signal,
  });
  try {
    await session.ask(replaces ? `${BEGIN_SQL}\n${WIPE_SQL}` : BEGIN_SQL);
    await session.feed(restoring.bytes);
    restoring.checkWhole();
    restoring.checkTables(parseInventory(await session.ask(INVENTORY_SQL)));
    signal.throwIfAborted();
    await session.ask('COMMIT;');
    await session.close();
  } catch (error) {
    session.stop();
    throw error;
  }
}
