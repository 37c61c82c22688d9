import { ActionError } from '@suite/core';
import { failedStep, type Progress } from './progress.ts';

const SHOWN_LINES = 10;

/** A network's or registry's passing trouble, as engine and buildx put it into words. */
export function isTransient(message: string): boolean {
  return [
    /\b(?:429|50[0-4])\b[^\n]{0,3}(?:Too Many|Internal Server|Not Implemented|Bad Gateway|Service|Gateway)/i,
    /status(?: code)?:? (?:429|5\d\d)\b/i,
    /toomanyrequests|\bunavailable\b|connection reset|broken pipe|unexpected EOF|\bEOF$|i\/o timeout|TLS handshake timeout/i,
    /connection refused|Client\.Timeout|deadline exceeded|network is unreachable|server misbehaving/i,
  ].some((pattern) => pattern.test(message));
}

/** The error of a build, read out of its progress. `file` is the Dockerfile's path in the checkout. */
export function buildError(progress: Progress, image: { readonly name: string; readonly file: string }): ActionError {
  const step = failedStep(progress);
  const place = lastPlace(progress.text);
  const reason = reasonOf(progress, step?.error);
  const where = place === undefined ? image.file : `${image.file}:${place.line}`;
  const title = `${image.name}: ${where}: ${step === undefined ? reason : `${cut(step.name, 200)}\n${reason}`}`;
  const log = (step?.log ?? []).slice(-SHOWN_LINES);
  const message = log.length === 0 ? title : `${title}\n${log.map((line) => `  ${line}`).join('\n')}`;
  const details = { code: 'E_BUILD', file: image.file, ...(place === undefined ? {} : { line: place.line }) };
  // Only fetching something may be tried again: a RUN that failed has said what it thinks.
  const fetching =
    step === undefined || /^\[internal\]|^\[auth\]|^\[[^\]]*\] FROM |^\[[^\]]*\] ADD https?:/.test(step.name);
  return new ActionError(message, { ...details, retryable: fetching && isTransient(reason) });
}

/** The `Dockerfile:5` line above the last quoted block. */
function lastPlace(text: readonly string[]): { readonly line: number } | undefined {
  for (let index = text.length - 2; index >= 0; index--) {
    const match = /^\S.*:(\d+)$/.exec(text[index] ?? '');
    if (match && /^-{10,}$/.test(text[index + 1] ?? '')) return { line: Number(match[1]) };
  }
  return undefined;
}

/** What the step itself says is shorter and nearer than what buildx makes of it. */
function reasonOf({ text }: Progress, stepError: string | undefined): string {
  const said = text.findLast((line) => line.startsWith('ERROR: ')) ?? text.findLast((line) => line.trim() !== '');
  const plain = said?.replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, '');
  const reason = (stepError ?? plain ?? 'buildx ended without a word').replaceAll(/\s+/g, ' ');
  const plainly = reason
    .replace(/^process ".*" did not complete successfully: /, '')
    .replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /, '');
  return cut(plainly, 600);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
