import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressError, addressOutputs, formatAddress } from '../src/address-text.ts';
import type { AddressResult } from '../src/address-watch.ts';
import { figuresOf, type ProbeSample } from '../src/probe-figures.ts';

const STEP_MS = 200;

/** One request every 200 ms, each answered after 10 ms; `x` fails. */
function samplesOf(pattern: string): readonly ProbeSample[] {
  return [...pattern].map((letter, index) => ({
    startedMs: index * STEP_MS,
    endedMs: index * STEP_MS + 10,
    failure: letter === 'x' ? 'status 503' : undefined,
  }));
}

function figures(pattern: string, changedMs?: number) {
  return figuresOf({ samples: samplesOf(pattern), changedMs, endedMs: pattern.length * STEP_MS });
}

describe('figures', () => {
  test.each([
    ['....', { requests: 4, failed: 0, downtimeMs: 0, stillDown: false, kinds: {} }],
    ['..x.', { requests: 4, failed: 1, downtimeMs: 210, kinds: { 'status 503': 1 } }],
    ['.xx.x..', { requests: 7, failed: 3, downtimeMs: 410 + 210, stillDown: false }],
    ['..xx', { requests: 4, failed: 2, downtimeMs: 400, stillDown: true }],
    ['xx..x.', { requests: 4, failed: 1, downtimeMs: 210 }],
  ])('of %s', (pattern, expected) => expect(figures(pattern)).toMatchObject(expected));

  test.each(['', 'xxx', 'xx..'])('of %s cannot be told: nobody answered before containers changed', (pattern) => {
    expect(figures(pattern, 300)).toBeUndefined();
  });

  test('keep answers from before the change apart', () => {
    const slow = { startedMs: 1_000, endedMs: 1_400, failure: undefined };
    const found = figuresOf({ samples: [...samplesOf('...'), slow], changedMs: 900, endedMs: 2_000 });
    expect(found).toMatchObject({ p95BeforeMs: 10, p95DuringMs: 400 });
  });

  test('downtime is the length of every outage, whatever they are', () => {
    const outages = fc.array(fc.record({ up: fc.integer({ min: 1, max: 9 }), down: fc.nat({ max: 9 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(outages, (runs) => {
        const pattern = `${runs.map(({ up, down }) => '.'.repeat(up) + 'x'.repeat(down)).join('')}.`;
        const expected = runs.reduce((sum, { down }) => sum + (down > 0 ? down * STEP_MS + 10 : 0), 0);
        const found = figures(pattern);
        expect(found?.downtimeMs).toBe(expected);
        expect(found?.failed).toBe(runs.reduce((sum, { down }) => sum + down, 0));
        expect(Object.values(found?.kinds ?? {}).reduce((sum, count) => sum + count, 0)).toBe(found?.failed);
      }),
    );
  });
});

describe('in words', () => {
  const result = (pattern: string, changedMs: number, maxFailed?: number): AddressResult => ({
    url: new URL('https://ann:secret@app.example/health?token=1'),
    figures: figures(pattern, changedMs),
    maxFailed,
    exceeded: undefined,
  });

  test.each([
    [result('....', 500), '4 requests during the deploy, 0 failed, p95 10 → 10 ms.'],
    [result('..x.', 500), '4 requests during the deploy, 1 failed (status 503 1), down for 210 ms, p95 10 → 10 ms.'],
    [result('..xx', 500), /2 failed \(status 503 2\), down for 400 ms and still down, p95 10 ms\.$/],
    [result('.'.repeat(4_213), 500), /^4,213 requests/],
    [result('xx', 0), /^The address did not answer before the deploy began, so nothing can be said/],
  ])('%#', (given, text) => expect(formatAddress(given)).toMatch(text));

  test('as outputs', () => {
    expect(addressOutputs(result('..x.', 500))).toEqual({
      'failed-requests': '1',
      'probe-p95-ms': '10',
      'downtime-ms': '210',
    });
    const nothing = { 'failed-requests': '', 'probe-p95-ms': '', 'downtime-ms': '' };
    expect(addressOutputs(result('xx', 0))).toEqual(nothing);
    expect(addressOutputs(undefined)).toEqual(nothing);
  });

  test('as an error, without the login and the query of the address', () => {
    const error = addressError(result('..xx.', 500, 1), '; undone in 1.2 s, r1 still serves');
    expect(error.code).toBe('E_PROBE');
    expect(error.message).toBe(
      'https://app.example/health: 2 failed (status 503 2) of 5 requests during the deploy, max-failed-requests is 1; undone in 1.2 s, r1 still serves',
    );
  });
});
