import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Batch, inBatches, parseBatch } from '../src/inputs-hooks.ts';
import { inputs } from './samples.ts';

describe('batch', () => {
  test.each<[string, Batch, readonly number[]]>([
    ['100%', { count: 100, unit: 'percent' }, [5]],
    ['40%', { count: 40, unit: 'percent' }, [2, 2, 1]],
    ['1%', { count: 1, unit: 'percent' }, [1, 1, 1, 1, 1]],
    ['3', { count: 3, unit: 'hosts' }, [3, 2]],
    ['10', { count: 10, unit: 'hosts' }, [5]],
  ])('%s of five hosts', (text, batch, sizes) => {
    expect(parseBatch(text)).toEqual(batch);
    expect(inBatches(['a', 'b', 'c', 'd', 'e'], batch).map(({ length }) => length)).toEqual(sizes);
  });

  test.each(['0', '0%', '101%', 'half', '-1', '1.5', ''])('%j is none', (text) => {
    expect(() => parseBatch(text)).toThrow('neither a number of hosts nor a percentage');
  });

  test('every host is in one batch, in order', () => {
    const batch = fc.record({ count: fc.integer({ min: 1, max: 100 }), unit: fc.constantFrom('hosts', 'percent') });
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), batch, (hosts, how) => {
        expect(inBatches(hosts, how as Batch).flat()).toEqual(hosts);
      }),
    );
  });
});

test('what is wrong about hooks is told at once', () => {
  const wrong = { 'log-deny': '(', batch: 'half', 'migrate-kind': 'forwards', 'config-backup': 'all' };
  expect(() => inputs(wrong)).toThrow(`4 inputs are wrong; nothing was changed
log-deny: "(" is no regular expression; write for example ERROR|panic
migrate-kind: "forwards" is none of compatible, forward-only
config-backup: "all" is none of none, config
batch: "half" is neither a number of hosts nor a percentage; write for example 1 or 25%`);
});

test('a pattern that grep -E would take for something else is refused', () => {
  expect(() => inputs({ 'log-deny': 'code \\d+' })).toThrow('has \\d, which grep -E does not know; write [0-9]');
});

test('plain files have no containers to ask', () => {
  const plain = { strategy: 'symlink', images: 'none', files: 'dist -> .', 'compose-files': '' };
  expect(() => inputs({ ...plain, 'health-command': 'app health', 'log-deny': 'panic' })).toThrow(
    'health-command: runs in a container, and strategy symlink has none',
  );
});
