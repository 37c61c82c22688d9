import type { ActionError } from '@suite/core';
import type { PlannedImage } from './plan.ts';
import type { Finding } from './policy.ts';
import { dockerfileSteps, type Progress, type Step } from './progress.ts';
import type { Layer, Size } from './sizes.ts';

/** What stood in the way: the gate's name, and the error that the job shows. */
export interface Refusal {
  readonly rule: string;
  readonly error: ActionError;
}

/** An image that was built and looked at. */
export interface JudgedImage {
  readonly planned: PlannedImage;
  readonly id: string;
  readonly platform: string;
  readonly size: Size;
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
  readonly refusals: readonly Refusal[];
  readonly steps: readonly Step[];
  readonly buildMs: number;
  /** In the registry; on the containerd store known before the push. */
  readonly digest?: string | undefined;
  readonly pushed: readonly string[];
}

/** An image whose build broke. */
export interface BrokenImage {
  readonly planned: PlannedImage;
  readonly refusal: Refusal;
  readonly steps: readonly Step[];
  readonly buildMs: number;
}

export interface Results {
  readonly images: readonly JudgedImage[];
  readonly broken?: BrokenImage | undefined;
  /** Login or push that failed, after all gates had agreed. */
  readonly publishing?: Refusal | undefined;
}

/** Whole percent of the Dockerfile's steps that came from the cache; undefined where there is no step. */
export function cacheHitPercent(steps: readonly Step[]): number | undefined {
  if (steps.length === 0) return undefined;
  return Math.round((100 * steps.filter(({ cached }) => cached).length) / steps.length);
}

/** The steps that count, in the order in which they came up. */
export function stepsOf(progress: Progress): readonly Step[] {
  return [...dockerfileSteps(progress)].sort((a, b) => a.number - b.number);
}
