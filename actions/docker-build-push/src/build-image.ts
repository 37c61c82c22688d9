import { CancelledError, type Ports, retry, toActionError } from '@suite/core';
import { measureArchive } from './archive.ts';
import { buildCommand } from './build-command.ts';
import { buildError } from './build-failure.ts';
import { readImage, readLayers } from './engine.ts';
import type { Inputs } from './inputs.ts';
import { judge } from './judge.ts';
import type { Plan, PlannedImage } from './plan.ts';
import type { RunBuild } from './ports/buildx.ts';
import type { EnginePort } from './ports/engine.ts';
import { NO_PROGRESS, type Progress, readProgress } from './progress.ts';
import { type BrokenImage, type JudgedImage, stepsOf } from './results.ts';
import { estimateSize, isInDoubt, type Size } from './sizes.ts';

/** What building and pushing need beside the ports. */
export interface Workshop {
  readonly ports: Ports;
  readonly engine: EnginePort;
  readonly runBuild: RunBuild;
  readonly inputs: Inputs;
  readonly plan: Plan;
  readonly dockerConfigFolder: string;
}

/** Builds one image once and judges it; only a failed fetch of a base image is tried again. */
export async function buildImage(planned: PlannedImage, shop: Workshop): Promise<JudgedImage | BrokenImage> {
  const { ports, inputs } = shop;
  const started = ports.clock.monotonic();
  let progress = NO_PROGRESS;
  const attempt = async (): Promise<void> => {
    progress = NO_PROGRESS;
    await runOnce(planned, shop, (now) => {
      progress = now;
    });
  };
  const ended = (): number => Math.round(ports.clock.monotonic() - started);
  try {
    const onRetry = (error: unknown): void => ports.log.warning(`trying again: ${toActionError(error).message}`);
    const options = { retries: inputs.retries, signal: ports.signal, onRetry };
    await ports.log.group(`Building ${planned.name}`, () => retry(attempt, options, ports));
  } catch (thrown) {
    if (ports.signal.aborted) throw new CancelledError();
    const error = toActionError(thrown);
    if (error.code !== 'E_BUILD') throw error;
    return { planned, refusal: { rule: 'build', error }, steps: stepsOf(progress), buildMs: ended() };
  }
  return judgeImage(planned, shop, { progress, buildMs: ended() });
}

async function runOnce(planned: PlannedImage, shop: Workshop, keep: (progress: Progress) => void): Promise<void> {
  const command = buildCommand(planned.args, shop.inputs, { ...shop, facts: shop.plan.facts });
  let progress = NO_PROGRESS;
  const status = await shop.runBuild(command, (lines) => {
    const shown: string[] = [];
    for (const line of lines) {
      const read = readProgress(progress, line);
      progress = read.progress;
      shown.push(...read.shown);
    }
    keep(progress);
    if (shown.length > 0) shop.ports.log.untrusted(shown.join('\n'));
  });
  // By the exit code only: buildx prints ERROR for things that do not fail.
  if (status.code !== 0) throw buildError(progress, planned);
}

async function judgeImage(
  planned: PlannedImage,
  shop: Workshop,
  built: { readonly progress: Progress; readonly buildMs: number },
): Promise<JudgedImage> {
  const { engine, plan, inputs } = shop;
  const { api, store } = plan.facts.engine;
  const [image, layers] = await Promise.all([
    readImage(engine, api, planned.privateName),
    readLayers(engine, api, planned.privateName),
  ]);
  const secrets = [
    ...inputs.secrets.flatMap((secret) => ('value' in secret ? [secret.value] : [])),
    ...(inputs.credentials ? [inputs.credentials.password] : []),
  ];
  const size = await measure(planned, shop, { id: image.id, estimate: estimateSize(layers) });
  return {
    planned,
    id: image.id,
    platform: image.platform,
    size,
    layers,
    ...judge(planned, plan.policy, { image, layers, size, secrets }),
    steps: stepsOf(built.progress),
    buildMs: built.buildMs,
    digest: store === 'containerd' ? image.id : undefined,
    pushed: [],
  };
}

/** The engine's estimate decides where it is clear; the exact sum costs a pass over the whole image. */
async function measure(
  { maxSize }: PlannedImage,
  { engine, plan, ports }: Workshop,
  { id, estimate }: { readonly id: string; readonly estimate: Size },
): Promise<Size> {
  const { sizeMetric: metric } = plan;
  if (metric === 'uncompressed' && (maxSize === undefined || !isInDoubt(estimate.bytes, maxSize))) return estimate;
  const path = `${plan.facts.engine.api}/images/${id}/get`;
  const sums = await measureArchive(await engine.stream({ method: 'GET', path, signal: ports.signal }));
  return { metric, known: 'exact', bytes: metric === 'compressed' ? sums.stored : sums.unpacked };
}
