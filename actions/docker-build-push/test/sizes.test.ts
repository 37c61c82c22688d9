import { describe, expect, it } from 'vitest';
import { estimateSize, isInDoubt, judgeSize, largestLayers, shortInstruction } from '../src/sizes.ts';

const layers = [
  { bytes: 0, createdBy: 'USER 65532' },
  { bytes: 12_400_000, createdBy: 'COPY a.txt / # buildkit' },
  { bytes: 300_000_000, createdBy: 'RUN |1 V=1 /bin/sh -c apt-get install -y everything # buildkit' },
  { bytes: 300_000_000, createdBy: '' },
];

it('an estimate is the sum of the engine’s layers', () => {
  expect(estimateSize(layers)).toEqual({ bytes: 612_400_000, metric: 'uncompressed', known: 'estimate' });
});

it('judgeSize names the excess, how it is known, and the largest layers', () => {
  expect(judgeSize({ name: 'app', layers }, estimateSize(layers), 500e6)?.message).toBe(
    "app 612.4 MB > 500.0 MB by 112.4 MB (uncompressed, the engine's estimate); largest layers: " +
      '300.0 MB RUN apt-get install -y everything, 300.0 MB base image, 12.4 MB COPY a.txt /',
  );
  expect(judgeSize({ name: 'app', layers }, estimateSize(layers), 612_400_000)).toBeUndefined();
});

it.each([
  [450, 500, true],
  [449, 500, false],
  [550, 500, true],
  [551, 500, false],
  [0, 500, false],
])('an estimate of %i with a budget of %i is in doubt: %s', (estimate, budget, expected) => {
  expect(isInDoubt(estimate, budget)).toBe(expected);
});

describe('shortInstruction', () => {
  it.each([
    ['', 'base image'],
    ['/bin/sh -c #(nop) ADD file:abc in / ', 'ADD file:abc in /'],
    ['/bin/sh -c apt-get update', 'RUN apt-get update'],
    ['RUN /bin/sh -c make  \t all # buildkit', 'RUN make all'],
    ['RUN |2 A=1 B=x y /bin/sh -c make # buildkit', 'RUN make'],
    ['WORKDIR /app', 'WORKDIR /app'],
  ])('%j is %s', (createdBy, expected) => expect(shortInstruction(createdBy)).toBe(expected));

  it('cuts what is long', () => expect(shortInstruction(`RUN ${'x'.repeat(90)}`)).toHaveLength(60));
});

it('largestLayers leaves out what weighs nothing', () => {
  expect(largestLayers(layers, 10)).toHaveLength(3);
  expect(largestLayers(layers, 1)).toHaveLength(1);
});
