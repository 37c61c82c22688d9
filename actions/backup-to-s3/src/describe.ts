import type { Inputs } from './inputs.ts';
import type { ByteFacts, Manifest, TableCount } from './manifest.ts';
import type { BackupPlan } from './plan.ts';
import type { Verified } from './read-back.ts';
import { restoreRecipe } from './recipe.ts';
import type { UploadedParts } from './upload.ts';

/** What the transfer of a dump left. */
export interface Dumped {
  readonly raw: ByteFacts;
  readonly uploaded: UploadedParts;
  readonly snapshot: string | undefined;
  readonly inventory: readonly TableCount[] | undefined;
}

/** The manifest of a backup that was stored and read back at `atMs`. */
export function describeBackup(
  plan: BackupPlan,
  inputs: Inputs,
  {
    raw,
    uploaded,
    inventory,
    snapshot,
    verified,
    atMs,
  }: Dumped & { readonly verified: Verified; readonly atMs: number },
): Manifest {
  const { policy, place, store, run } = inputs;
  const { bytes, sha256, parts } = uploaded;
  const stored = { key: plan.key, bytes, sha256, partSize: plan.partSize, parts };
  const facts = { source: sourceOf(plan, snapshot), pipeline: pipelineOf(plan, inputs), stored };
  return {
    schema: 1,
    id: plan.id,
    name: place.name,
    class: policy.class,
    startedAt: isoTime(plan.startedMs),
    ...facts,
    raw,
    inventory: inventory ?? null,
    verification: { ...verified, at: isoTime(atMs) },
    retention: { holdUntil: plan.holdUntilMs === undefined ? null : isoTime(plan.holdUntilMs) },
    run,
    recipe: restoreRecipe(facts, { bucket: store.bucket, endpoint: store.endpoint.href }),
  };
}

function sourceOf({ source, label, server, clients }: BackupPlan, snapshot: string | undefined): Manifest['source'] {
  return {
    kind: source.kind,
    label,
    serverVersion: server?.version ?? null,
    clientVersion: clients?.version ?? null,
    snapshot: snapshot ?? null,
  };
}

function pipelineOf({ compression }: BackupPlan, { pipeline: { recipients } }: Inputs): Manifest['pipeline'] {
  return { compression, encryption: recipients.length > 0 ? 'age' : 'none', recipients };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
