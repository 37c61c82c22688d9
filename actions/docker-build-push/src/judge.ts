import { ActionError, type Secret } from '@suite/core';
import type { EngineImage } from './engine.ts';
import type { PlannedImage } from './plan.ts';
import { type Finding, judgePolicy, type Policy } from './policy.ts';
import type { Refusal } from './results.ts';
import { judgeSize, type Layer, type Size } from './sizes.ts';

/** What is known of a built image before anything leaves the engine. */
export interface Evidence {
  readonly image: EngineImage;
  readonly layers: readonly Layer[];
  readonly size: Size;
  /** What the build was given and the image must not carry. */
  readonly secrets: readonly Secret[];
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly refusals: readonly Refusal[];
}

/** Every gate's answer on one image: size first, then the policy's rules. */
export function judge(planned: PlannedImage, policy: Policy, evidence: Evidence): Verdict {
  const { image, layers, size } = evidence;
  const findings = judgePolicy(policy, image.config, findSecrets(evidence));
  const over =
    planned.maxSize === undefined ? undefined : judgeSize({ name: planned.name, layers }, size, planned.maxSize);
  const refusals = findings.filter(({ level }) => level === 'error').map((finding) => refuse(planned, finding));
  return { findings, refusals: over === undefined ? refusals : [sizeRefusal(over.message), ...refusals] };
}

/** Parts of the image in which one of the build's own secrets stands; short values would be found by chance. */
function findSecrets({ image, layers, secrets }: Evidence): readonly string[] {
  const { Env, ...rest } = image.config;
  const texts = {
    ENV: (Env ?? []).join('\n'),
    config: JSON.stringify(rest),
    history: layers.map(({ createdBy }) => createdBy).join('\n'),
  };
  const values = secrets.map((secret) => secret.reveal().trim()).filter((value) => value.length >= 8);
  return Object.entries(texts)
    .filter(([, text]) =>
      values.some((value) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1))),
    )
    .map(([place]) => `a secret of this build in the image's ${place}`);
}

function sizeRefusal(message: string): Refusal {
  const hint = 'make the image smaller (a smaller base, fewer packages, a second stage), or raise max-size';
  return { rule: 'max-size', error: new ActionError(message, { code: 'E_SIZE', hint }) };
}

function refuse({ name, file }: PlannedImage, { rule, problem, fix }: Finding): Refusal {
  const code = `E_POLICY_${rule.toUpperCase().replaceAll('-', '_')}`;
  const hint = `${fix}, or set policy: ${rule}=warn`;
  return { rule, error: new ActionError(`${name} ${problem}`, { code, hint, file }) };
}
