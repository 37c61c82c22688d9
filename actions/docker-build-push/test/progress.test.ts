import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildError } from '../src/build-failure.ts';
import { dockerfileSteps, NO_PROGRESS, type Progress, readProgress, stepMs } from '../src/progress.ts';
import { cacheHitPercent, stepsOf } from '../src/results.ts';

/** What buildx 0.29.1 wrote to stderr on the store that the file's name tells. */
function recorded(name: string): { readonly progress: Progress; readonly shown: readonly string[] } {
  const lines = readFileSync(join(import.meta.dirname, 'recorded', `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n');
  const shown: string[] = [];
  const progress = lines.reduce((state, line) => {
    const read = readProgress(state, line);
    shown.push(...read.shown);
    return read.progress;
  }, NO_PROGRESS);
  return { progress, shown };
}

const app = { name: 'app', file: 'deploy/Dockerfile' };
const failure = (name: string) => buildError(recorded(name).progress, app);

describe('a recorded build', () => {
  it.each([['run-fails.overlay2'], ['run-fails.containerd']])(
    '%s names line, step, code and the last ten lines',
    (name) => {
      const { message, details } = failure(name);
      const [first, second, ...log] = message.split('\n');
      expect(first).toMatch(/^app: deploy\/Dockerfile:2: \[2\/2\] RUN echo one &&/);
      expect(second).toBe('exit code: 3');
      expect(log).toEqual(Array.from({ length: 10 }, (_, index) => `  l${index + 3}`));
      expect(details).toMatchObject({ code: 'E_BUILD', file: 'deploy/Dockerfile', line: 2, retryable: false });
    },
  );

  it.each([
    [
      'copy-missing.overlay2',
      'app: deploy/Dockerfile:3: [3/3] COPY missing.txt /\n"/missing.txt": not found',
      3,
      false,
    ],
    [
      'syntax.overlay2',
      'app: deploy/Dockerfile:3: dockerfile parse error on line 3: unknown instruction: COPPY (did you mean COPY?)',
      3,
      false,
    ],
    [
      'unknown-stage.overlay2',
      'app: deploy/Dockerfile:4: [internal] load metadata for docker.io/library/nope:latest\ndocker.io/library/nope:latest: not found',
      4,
      false,
    ],
  ])('%s says %s', (name, message, line, retryable) => {
    expect(failure(name).message).toBe(message);
    expect(failure(name).details).toMatchObject({ line, retryable });
  });

  it('that could not reach a base image may be tried again', () => {
    expect(failure('base-unreachable.overlay2').details).toMatchObject({ line: 1, retryable: true });
  });

  it.each([
    ['[2/2] RUN x', false],
    ['[1/2] FROM docker.io/library/debian', true],
    ['[internal] load metadata for docker.io/library/debian', true],
  ])('whose %s met a reset may be tried again: %s', (name, retryable) => {
    const line = JSON.stringify({ vertexes: [{ digest: 'd', name, error: 'read: connection reset by peer' }] });
    expect(buildError(readProgress(NO_PROGRESS, line).progress, app).details.retryable).toBe(retryable);
  });

  it('counts the steps of the Dockerfile and what came from the cache', () => {
    const steps = stepsOf(recorded('cached.overlay2').progress);
    expect(steps.map(({ name }) => name.replace(/^\[stage-0 (\S+)\] (\w+).*/s, '$1 $2'))).toEqual(
      expect.arrayContaining(['2/4 RUN', '3/4 RUN', '4/4 COPY']),
    );
    expect(steps).toHaveLength(3);
    expect(cacheHitPercent(steps)).toBe(100);
    expect(cacheHitPercent(stepsOf(recorded('run-fails.overlay2').progress))).toBe(0);
  });

  it('is shown with a number before each line, so that nothing of it begins with a workflow command', () => {
    const { shown } = recorded('run-fails.overlay2');
    expect(shown.filter((line) => line.includes('::error::two'))).not.toEqual([]);
    expect(shown.filter((line) => line.startsWith('::'))).toEqual([]);
  });
});

describe('readProgress', () => {
  const vertex = (fields: object): string =>
    JSON.stringify({ vertexes: [{ digest: 'd', name: '[1/1] RUN x', ...fields }] });

  it('never throws and never forgets plain words', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (lines) => {
        const state = lines.reduce((progress, line) => readProgress(progress, line).progress, NO_PROGRESS);
        expect(state.text).toEqual(lines.filter((line) => !isObject(line)).slice(-200));
      }),
    );
  });

  it('survives events of any shape', () => {
    const event = fc.record({ vertexes: fc.anything(), logs: fc.anything(), statuses: fc.anything() });
    fc.assert(
      fc.property(event, (value) => {
        const { shown } = readProgress(NO_PROGRESS, JSON.stringify(value));
        expect(Array.isArray(shown)).toBe(true);
      }),
    );
  });

  it('merges what comes in any order', () => {
    const events = [{ started: '2026-01-01T00:00:00Z' }, { completed: '2026-01-01T00:00:02.5Z' }, { cached: true }, {}];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 4 }), (order) => {
        const state = order.reduce((progress, fields) => readProgress(progress, vertex(fields)).progress, NO_PROGRESS);
        const [step] = dockerfileSteps(state);
        expect(step).toMatchObject({ cached: true, number: 1 });
        expect(step && stepMs(step)).toBe(2_500);
      }),
    );
  });

  it('keeps the last lines of a step only', () => {
    const log = (text: string): string =>
      JSON.stringify({ logs: [{ vertex: 'd', data: Buffer.from(text).toString('base64') }] });
    const lines = [vertex({}), ...Array.from({ length: 50 }, (_, index) => log(`line ${index}\n`))];
    const state = lines.reduce((progress, line) => readProgress(progress, line).progress, NO_PROGRESS);
    expect(dockerfileSteps(state)[0]?.log).toHaveLength(20);
    expect(dockerfileSteps(state)[0]?.log.at(-1)).toBe('line 49');
  });

  it.each([
    ['[internal] load metadata for x', 0],
    ['[auth] library/debian:pull token for registry-1.docker.io', 0],
    ['[1/2] FROM docker.io/library/debian', 0],
    ['[build 1/2] FROM docker.io/library/debian', 0],
    ['exporting to image', 0],
    ['[build 2/2] RUN x', 1],
    ['[linux/amd64 2/2] COPY a b', 1],
  ])('%s counts as %i step', (name, count) => {
    expect(dockerfileSteps(readProgress(NO_PROGRESS, vertex({ name })).progress)).toHaveLength(count);
  });
});

function isObject(line: string): boolean {
  try {
    return line.startsWith('{') && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
