import { formatDuration, formatSize, type Ports } from '@suite/core';
import { buildImage, type Workshop } from './build-image.ts';
import { FOLDER, PREFIX, SOCKET } from './clean-up.ts';
import { formatDockerConfig } from './docker-config.ts';
import { removeName } from './engine.ts';
import type { Inputs } from './inputs.ts';
import { type Plan, privatePrefix } from './plan.ts';
import type { RunBuild } from './ports/buildx.ts';
import type { EnginePort } from './ports/engine.ts';
import { logIn, publish } from './push-image.ts';
import type { BrokenImage, JudgedImage, Results } from './results.ts';

/** The outside. */
export interface Tools {
  readonly ports: Ports;
  readonly engine: EnginePort;
  readonly runBuild: RunBuild;
}

/** Builds and judges every image, and publishes all of them or none. */
export async function execute(plan: Plan, inputs: Inputs, tools: Tools): Promise<Results> {
  const { ports } = tools;
  const dockerConfigFolder = await ports.files.makeTemporaryFolder('docker-config');
  ports.state.save(FOLDER, dockerConfigFolder);
  ports.state.save(SOCKET, plan.facts.socket);
  ports.state.save(PREFIX, privatePrefix(plan.facts.nonce));
  const shop: Workshop = { inputs, plan, dockerConfigFolder, ...tools };
  if (plan.pushSkipped !== undefined) ports.log.notice(`N_PUSH_SKIPPED: nothing is pushed: ${plan.pushSkipped}`);
  try {
    const config = formatDockerConfig(plan.facts.dockerConfig, inputs.credentials);
    await ports.files.write(`${dockerConfigFolder}/config.json`, config, 0o600);
    return await work(shop);
  } finally {
    await ports.files.remove(dockerConfigFolder);
    for (const { privateName } of plan.images) await removeName(tools.engine, privateName);
  }
}

async function work(shop: Workshop): Promise<Results> {
  const refused = await logIn(shop);
  if (refused) return { images: [], publishing: refused };
  const judged: JudgedImage[] = [];
  for (const planned of shop.plan.images) {
    const built = await buildImage(planned, shop);
    if (isBroken(built)) return { images: judged, broken: built };
    shop.ports.log.info(describe(built));
    judged.push(built);
  }
  // All or none: a version of which one image is refused must not be half in the registry.
  if (judged.some(({ refusals }) => refusals.length > 0)) return { images: judged };
  return publishAll(judged, shop);
}

async function publishAll(judged: readonly JudgedImage[], shop: Workshop): Promise<Results> {
  const images = [...judged];
  for (const [index, one] of judged.entries()) {
    const { image, failure } = await publish(one, shop);
    images[index] = image;
    if (failure) return { images, publishing: failure };
  }
  return { images };
}

function isBroken(image: JudgedImage | BrokenImage): image is BrokenImage {
  return 'refusal' in image;
}

function describe({ planned, size, buildMs, refusals, findings }: JudgedImage): string {
  const verdict =
    refusals.length > 0 ? `refused by ${refusals.map(({ rule }) => rule).join(', ')}` : 'passed its checks';
  const warned = findings.filter(({ level }) => level === 'warn').map(({ rule }) => rule);
  const warnings = warned.length === 0 ? '' : `, warned by ${warned.join(', ')}`;
  return `${planned.name}: ${formatSize(size.bytes)} in ${formatDuration(buildMs)}, ${verdict}${warnings}`;
}
