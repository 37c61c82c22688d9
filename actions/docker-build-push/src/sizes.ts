import { formatSize } from '@suite/core';

/** A layer as the engine's history tells of it; `bytes` is the engine's own measure. */
export interface Layer {
  readonly bytes: number;
  readonly createdBy: string;
}

/** How big an image is, and how it is known. */
export interface Size {
  readonly bytes: number;
  readonly metric: 'uncompressed' | 'compressed';
  readonly known: 'estimate' | 'exact';
}

export interface SizeFailure {
  readonly over: number;
  readonly message: string;
}

/** Share of the budget within which an estimate decides nothing. */
const DOUBT = 0.1;

/** True where only the exact sum can tell: the estimate lies within a tenth of the budget. */
export function isInDoubt(estimate: number, budget: number): boolean {
  return Math.abs(estimate - budget) <= budget * DOUBT;
}

/** The engine's own figure: the files of all layers, or what they take on disk, whatever its store counts. */
export function estimateSize(layers: readonly Layer[]): Size {
  return { bytes: layers.reduce((sum, { bytes }) => sum + bytes, 0), metric: 'uncompressed', known: 'estimate' };
}

/** Undefined where the image keeps to its budget. */
export function judgeSize(
  { name, layers }: { readonly name: string; readonly layers: readonly Layer[] },
  size: Size,
  budget: number,
): SizeFailure | undefined {
  const over = size.bytes - budget;
  if (over <= 0) return undefined;
  const largest = largestLayers(layers, 3).map(({ bytes, createdBy }) => `${formatSize(bytes)} ${createdBy}`);
  const named = largest.length === 0 ? '' : `; largest layers: ${largest.join(', ')}`;
  const message = `${name} ${formatSize(size.bytes)} > ${formatSize(budget)} by ${formatSize(over)} (${describeSize(size)})${named}`;
  return { over, message };
}

export function describeSize({ metric, known }: Size): string {
  return known === 'exact' ? `${metric}, exact sum of the layers` : `${metric}, the engine's estimate`;
}

/** The layers that weigh something, the heaviest first. */
export function largestLayers(layers: readonly Layer[], count: number): readonly Layer[] {
  return layers
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, count)
    .map(({ bytes, createdBy }) => ({ bytes, createdBy: shortInstruction(createdBy) }));
}

/** What made a layer, as the Dockerfile says it; the base image's own first layer often says nothing. */
export function shortInstruction(createdBy: string): string {
  const text = createdBy
    .replace(/\s+# buildkit$/, '')
    .replace(/^(RUN )?\|\d+ .*?(\/bin\/sh -c )/s, '$1$2')
    .replace(/^(?:RUN )?\/bin\/sh -c (?:#\(nop\)\s+)?/, (found) => (found.includes('#(nop)') ? '' : 'RUN '))
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === '') return 'base image';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
