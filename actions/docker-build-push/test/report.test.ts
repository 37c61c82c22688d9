import { ActionError } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { judgePolicy, parsePolicy } from '../src/policy.ts';
import { report } from '../src/report.ts';
import type { JudgedImage, Results } from '../src/results.ts';
import { plan } from './given.ts';

const digest = `sha256:${'ab'.repeat(32)}`;
const known = plan({ 'max-size': '500MB', tags: 'v1,latest' });

function image(changes: Partial<JudgedImage> = {}): JudgedImage {
  const [planned] = known.images;
  if (planned === undefined) throw new Error('the plan has an image');
  return {
    planned,
    id: 'sha256:cd',
    platform: 'linux/amd64',
    size: { bytes: 206_500_000, metric: 'uncompressed', known: 'estimate' },
    layers: [{ bytes: 206_500_000, createdBy: 'COPY a | b' }],
    findings: judgePolicy(parsePolicy(''), { User: '0' }, []),
    refusals: [],
    steps: [
      { name: '[1/2] RUN slow', number: 1, cached: false, started: 0, completed: 3_100, log: [] },
      { name: '[2/2] COPY a b', number: 2, cached: true, log: [] },
    ],
    buildMs: 4_000,
    digest,
    pushed: planned.refs,
    ...changes,
  };
}

const said = (results: Results) => report(known, results);

describe('report', () => {
  it('gives what the next steps take', () => {
    const { outputs, failure } = said({ images: [image()] });
    expect(failure).toBeUndefined();
    expect({ ...outputs, images: JSON.parse(outputs['images'] ?? '') }).toEqual({
      result: 'pushed',
      digest,
      imageid: 'sha256:cd',
      ref: `ghcr.io/acme/app@${digest}`,
      tags: 'ghcr.io/acme/app:v1\nghcr.io/acme/app:latest',
      version: 'v1',
      'size-bytes': '206500000',
      'cache-hit-percent': '50',
      'failed-rule': '',
      images: [
        {
          name: 'app',
          ref: `ghcr.io/acme/app@${digest}`,
          digest,
          tags: ['ghcr.io/acme/app:v1', 'ghcr.io/acme/app:latest'],
          size: 206_500_000,
          platforms: ['linux/amd64'],
        },
      ],
    });
  });

  it('has no percentage where there is no step', () => {
    expect(said({ images: [image({ steps: [] })] }).outputs['cache-hit-percent']).toBe('');
  });

  it('warns on the Dockerfile', () => {
    expect(said({ images: [image()] }).annotations).toEqual([
      {
        level: 'warning',
        title: 'non-root',
        message: 'app runs as 0; add USER 65532 to the Dockerfile',
        file: 'Dockerfile',
      },
      {
        level: 'warning',
        title: 'healthcheck',
        message: 'app has no HEALTHCHECK; add HEALTHCHECK CMD … to the Dockerfile',
        file: 'Dockerfile',
      },
    ]);
  });
});

describe('the summary', () => {
  it('has the verdict, the row, the budget, the pull line, layers and steps', () => {
    const { summary } = said({ images: [image()] });
    expect(summary.split('\n')[0]).toBe('### ✅ app: built, checked and pushed as v1');
    expect(summary).toContain(
      "≈ 206.5 MB uncompressed<br>████░░░░░░ 41 % of 500.0 MB (uncompressed, the engine's estimate)",
    );
    expect(summary).toContain(`docker pull ghcr.io/acme/app@${digest}`);
    expect(summary).toContain('| 206.5 MB | `COPY a \\| b` |');
    expect(summary).toContain('| app | `[1/2] RUN slow` | 3.1 s |');
    expect(summary).toContain('| app | healthcheck | ⚠️ warning |');
    expect(summary).toContain('no provenance: the overlay2 image store cannot hold one');
  });

  it('says first what refused the image, and that nothing was pushed', () => {
    const error = new ActionError('app 612.4 MB > 500.0 MB by 112.4 MB', { code: 'E_SIZE', hint: 'make it smaller' });
    const { summary } = said({ images: [image({ refusals: [{ rule: 'max-size', error }], pushed: [] })] });
    expect(summary).toMatch(
      /^### ❌ app: refused by max-size; nothing was pushed\n\n```\nE_SIZE: app 612.4 MB > 500.0 MB by 112.4 MB\nmake it smaller\n```/,
    );
    expect(summary).toContain('| app | ❌ refused |');
    expect(summary).not.toContain('docker pull');
  });

  it('has a row for the image whose build broke', () => {
    const { planned, steps } = image();
    const refusal = { rule: 'build', error: new ActionError('app: Dockerfile:3: no', { code: 'E_BUILD' }) };
    const { summary, outputs } = said({ images: [], broken: { planned, refusal, steps, buildMs: 900 } });
    expect(summary).toContain('### ❌ app: the build failed; nothing was pushed');
    expect(summary).toContain('| app | ❌ failed |  |  |  | 50 % | 900 ms |  |');
    expect(outputs['size-bytes']).toBe('');
  });

  it('does not promise a digest that overlay2 only knows after a push', () => {
    const local = plan({ push: 'false' });
    const { summary, outputs } = report(local, { images: [image({ digest: undefined, pushed: [] })] });
    expect(summary).toContain('### ✅ app: built and checked, not pushed');
    expect(summary).toContain('known after a push');
    expect(outputs).toMatchObject({ digest: '', ref: 'ghcr.io/acme/app:v1' });
  });
});
