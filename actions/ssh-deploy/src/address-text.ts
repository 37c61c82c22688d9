import { ActionError, formatDuration } from '@suite/core';
import type { AddressResult } from './address-watch.ts';
import type { ProbeFigures } from './probe-figures.ts';

/** What users got to see of a deploy, in one sentence. */
export function formatAddress({ figures }: AddressResult): string {
  if (figures === undefined)
    return 'The address did not answer before the deploy began, so nothing can be said about lost requests.';
  const { requests, failed, downtimeMs, stillDown } = figures;
  const down = failed > 0 ? `, down for ${formatDuration(downtimeMs)}${stillDown ? ' and still down' : ''}` : '';
  const slowest = formatP95(figures);
  return `${grouped(requests)} requests during the deploy, ${formatFailed(figures)}${down}${slowest}.`;
}

function formatP95({ p95BeforeMs, p95DuringMs }: ProbeFigures): string {
  if (p95BeforeMs === undefined) return '';
  const before = p95BeforeMs.toFixed(0);
  return p95DuringMs === undefined ? `, p95 ${before} ms` : `, p95 ${before} → ${p95DuringMs.toFixed(0)} ms`;
}

function formatFailed({ failed, kinds }: ProbeFigures): string {
  const each = Object.entries(kinds).map(([kind, count]) => `${kind} ${grouped(count)}`);
  return failed === 0 ? '0 failed' : `${grouped(failed)} failed (${each.join(', ')})`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The outputs about the address; empty where nothing can be said. */
export function addressOutputs(result: AddressResult | undefined): Readonly<Record<string, string>> {
  const figures = result?.figures;
  const p95 = figures?.p95DuringMs ?? figures?.p95BeforeMs;
  const whole = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value)));
  return {
    'failed-requests': whole(figures?.failed),
    'probe-p95-ms': whole(p95),
    'downtime-ms': whole(figures?.downtimeMs),
  };
}

/** More requests failed than may. `settled` says what became of the deploy. */
export function addressError({ url, figures, maxFailed }: AddressResult, ending: string): ActionError {
  const failed = figures
    ? `${formatFailed(figures)} of ${grouped(figures.requests)} requests`
    : 'too many requests failed';
  const message = `${url.origin}${url.pathname}: ${failed} during the deploy, max-failed-requests is ${maxFailed}${ending}`;
  const hint = 'deploy with strategy rolling behind a proxy, or raise max-failed-requests';
  return new ActionError(message, { code: 'E_PROBE', hint });
}
