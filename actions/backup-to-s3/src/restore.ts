import { ActionError, type Ports } from '@suite/core';
import type { Inputs } from './inputs.ts';
import { compressionKind, differences, type Manifest, rowsOf, type TableCount } from './manifest.ts';
import type { RestorePlan } from './plan.ts';
import { decode, measure } from './ports/pipeline.ts';
import { readParts } from './read-back.ts';
import { restoreDatabase } from './restore-database.ts';
import { restoreDirectory, restoreFile } from './restore-path.ts';
import type { Store } from './store.ts';

export interface RestoreResult {
  /** Milliseconds from the first request to the passed checks. */
  readonly ms: number;
  readonly rawBytes: number;
  readonly tables: number | undefined;
  readonly rows: number | undefined;
}

export interface RestoreTools {
  readonly store: Store;
  readonly ports: Ports;
  readonly signal: AbortSignal;
}

/** Raw bytes of a backup, and the check that all of them came, to be made before anything of them is kept. */
export interface Restoring {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** @throws ActionError E_CORRUPT */
  readonly checkWhole: () => void;
  readonly checkTables: (found: readonly TableCount[]) => void;
}

export async function restore(plan: RestorePlan, inputs: Inputs, tools: RestoreTools): Promise<RestoreResult> {
  const { manifest } = plan;
  const { ports } = tools;
  const started = ports.clock.monotonic();
  const restoring = open(manifest, inputs, tools.store);
  if (manifest.source.kind === 'postgres') await restoreDatabase(plan, inputs, { ...tools, restoring });
  else if (manifest.source.kind === 'directory') await restoreDirectory(inputs, { ...tools, restoring });
  else await restoreFile(inputs, { ...tools, restoring });
  const { inventory, raw } = manifest;
  const ms = Math.round(ports.clock.monotonic() - started);
  return { ms, rawBytes: raw.bytes, tables: inventory?.length, rows: inventory ? rowsOf(inventory) : undefined };
}

function open(manifest: Manifest, { restore: asked }: Inputs, store: Store): Restoring {
  const encrypted = manifest.pipeline.encryption === 'age';
  const identities = encrypted ? asked?.identities : undefined;
  const stored = readParts(store, manifest.stored);
  const raw = measure(decode(stored, { compression: compressionKind(manifest), identities }));
  const fail = (message: string, code: string): never => {
    throw new ActionError(`${message}; nothing was changed`, {
      code,
      hint: 'restore another backup; mode: list shows them',
    });
  };
  return {
    bytes: raw.bytes,
    checkWhole: () => {
      const { bytes, sha256 } = raw.facts();
      if (sha256 !== manifest.raw.sha256) {
        fail(
          `what came out of ${manifest.id} (${bytes} bytes) is not what was dumped (${manifest.raw.bytes})`,
          'E_CORRUPT',
        );
      }
    },
    checkTables: (found) => {
      const lines = manifest.inventory ? differences(manifest.inventory, found) : [];
      const more = lines.length > 5 ? ` and ${lines.length - 5} more` : '';
      if (lines.length > 0)
        fail(`the restored tables differ: ${lines.slice(0, 5).join(', ')}${more}`, 'E_RESTORE_DIFFERS');
    },
  };
}
