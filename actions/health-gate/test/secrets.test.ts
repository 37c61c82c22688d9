import { forgetSecrets } from '@suite/core';
import { findLeaks } from '@suite/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { reportGate } from '../src/report.ts';
import { answer, connected, gate, planOf } from './fakes.ts';

afterEach(() => forgetSecrets());

const secret = "sk_live_ab*cd'1234|efgh~5678";
const hidden = { url: 'https://app/health', warmup: '0s', deadline: '5s', 'request-timeout': '1s' };
const yaml = (check: string): Readonly<Record<string, string>> => ({ checks: check, warmup: '0s', deadline: '5s' });

/** Everything that a run whose server answers with the secret leaves for people. */
async function shown(
  inputs: Readonly<Record<string, string>>,
  said: string,
): Promise<Readonly<Record<string, string>>> {
  const plan = await planOf(inputs);
  const { result, ports, report } = await gate(plan, {
    http: async () => answer(503, said, { location: `/next?session=${encodeURIComponent(secret)}` }),
    database: async () => connected({ verdict: 'rejecting', speaks: said }),
  });
  const { outputs, summary, failure } = reportGate(plan, result);
  return {
    report: JSON.stringify(report),
    summary,
    // The log and the outputs are redacted where they are written.
    failing: JSON.stringify(outputs['failing']),
    failure: String(failure?.details.hint),
    plan: ports.lines.length > 0 ? 'ran' : '',
  };
}

describe('what is secret', () => {
  const bodies = [
    `{"status":"down","echo":"${secret}"}`,
    `${' '.repeat(5)}${'x'.repeat(285)}${secret}`,
    JSON.stringify({ status: 'ok', checks: { db: `${'y'.repeat(50)}${secret}` } }),
    `<title>${'z'.repeat(70)}${secret}</title>`,
  ];
  it.each([
    ['a parameter of a URL', { ...hidden, url: `https://app/health?token=${encodeURIComponent(secret)}` }],
    ['a header of its own name', { ...hidden, headers: `X-Auth: ${secret}` }],
    ['a password of Basic', { ...hidden, headers: `Authorization: Basic ${btoa(`ann:${secret}`)}` }],
    ['a password of a database', yaml(`- postgres: postgres://app:${encodeURIComponent(secret)}@db/app`)],
  ])('in %s stands nowhere, whole or cut', async (_, inputs) => {
    for (const body of bodies) {
      const texts = await shown(inputs, body);
      expect(findLeaks(secret, texts)).toEqual([]);
      for (const text of Object.values(texts)) expect(text).not.toMatch(/sk\\*_live/);
    }
  });

  it('is not the name of a database user, nor a percent sign that means nothing', async () => {
    const plan = await planOf(
      yaml('- postgres: postgres://postgres@db/app\n- redis: redis://worker:50%off-today@cache'),
    );
    const { result } = await gate(plan, {
      database: async () => connected({ verdict: 'rejecting', speaks: 'no database for postgres of worker' }),
    });
    const { summary } = reportGate(plan, result);
    expect(summary).toContain('no database for postgres of worker');
    expect(summary).not.toContain('50%off');
  });
});
