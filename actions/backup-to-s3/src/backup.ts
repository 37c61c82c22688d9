import { type Ports, toActionError } from '@suite/core';
import { type Dumped, describeBackup } from './describe.ts';
import { dump } from './dump.ts';
import type { Inputs } from './inputs.ts';
import { beginJournal, endJournal } from './journal.ts';
import { formatManifest, type Manifest, type TableCount } from './manifest.ts';
import type { BackupPlan } from './plan.ts';
import { encode, measure } from './ports/pipeline.ts';
import { chooseParts, readBack } from './read-back.ts';
import { openSource } from './sources.ts';
import type { Store } from './store.ts';
import { undo } from './undo.ts';
import { completeUpload, uploadParts } from './upload.ts';

export interface BackupResult {
  readonly manifest: Manifest;
  /** Milliseconds from the first byte of the dump to the completed upload. */
  readonly transferMs: number;
}

export interface BackupTools {
  readonly store: Store;
  /** The same bucket, for what has to go on after a cancel. */
  readonly undoing: Store;
  readonly ports: Ports;
  readonly signal: AbortSignal;
}

/** Makes one backup. On any failure what lies in the store is taken out again before the failure is thrown on. */
export async function makeBackup(plan: BackupPlan, inputs: Inputs, tools: BackupTools): Promise<BackupResult> {
  const { store, ports } = tools;
  const journal = { key: plan.key, manifestKey: plan.manifestKey };
  beginJournal(ports.state, journal);
  try {
    const started = ports.clock.monotonic();
    const dumped = await transfer(plan, inputs, tools);
    const transferMs = ports.clock.monotonic() - started;
    ports.log.info(`uploaded ${dumped.uploaded.bytes} bytes, parts: ${dumped.uploaded.parts.length}`);
    const data = { ...dumped.uploaded, key: plan.key };
    const verified = await readBack(store, data, chooseParts(inputs.policy.verify, data, ports.random));
    const manifest = describeBackup(plan, inputs, { ...dumped, verified, atMs: ports.clock.now() });
    tools.signal.throwIfAborted();
    await store.put(plan.manifestKey, formatManifest(manifest));
    endJournal(ports.state);
    return { manifest, transferMs };
  } catch (error) {
    await undoQuietly(plan, tools);
    throw error;
  }
}

/** What went wrong first is what the user has to hear; post tries again what could not be undone here. */
async function undoQuietly(plan: BackupPlan, { undoing, ports }: BackupTools): Promise<void> {
  try {
    for (const line of await undo(undoing, plan)) ports.log.info(line);
    endJournal(ports.state);
  } catch (error) {
    ports.log.warning(`${plan.key} could not be taken out of the store yet: ${toActionError(error).message}`);
  }
}

/** Dump, compression, encryption and upload as one stream; the object appears only when all of it was good. */
async function transfer(plan: BackupPlan, inputs: Inputs, { store, ports, signal }: BackupTools): Promise<Dumped> {
  const source = await openSource(plan, inputs, { ports, signal });
  try {
    let inventory: readonly TableCount[] | undefined;
    const settle = async (): Promise<void> => {
      inventory = await source.inventory();
    };
    const { minSize, allowEmpty } = inputs.policy;
    const options = { kind: plan.source.kind, command: source.command, minSize, allowEmpty, signal, settle };
    const raw = measure(dump(ports.exec, options));
    const to = { store, upload: await store.createUpload(plan.key, plan.id) };
    const { partSize } = plan;
    const { concurrency } = inputs.pipeline;
    const uploaded = await uploadParts(encode(raw.bytes, inputs.pipeline), to, { partSize, concurrency });
    signal.throwIfAborted();
    await completeUpload({ ...to, backupId: plan.id, retries: inputs.store.retries }, uploaded);
    return { raw: raw.facts(), uploaded, snapshot: source.snapshot, inventory };
  } catch (error) {
    throw (await source.lost()) ?? error;
  } finally {
    source.close();
  }
}
