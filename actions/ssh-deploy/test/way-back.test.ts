import { describe, expect, test } from 'vitest';
import { checkWayBack } from '../src/way-back.ts';
import { host, inputs, manifest } from './samples.ts';

const releases = [
  manifest('r1', { at: 100 }),
  manifest('r2', { at: 200, previous: 'r1', migration: 'compatible' }),
  manifest('r3', { at: 300, previous: 'r2', migration: 'forward-only' }),
  manifest('r4', { at: 400, previous: 'r3' }),
];
const back = inputs({ mode: 'rollback', images: 'none' });

describe('the way back', () => {
  test.each([
    ['r4', 'r3', true],
    ['r4', 'r2', false],
    ['r4', 'r1', false],
    ['r3', 'r2', false],
    ['r2', 'r1', true],
    ['r1', 'r4', true],
  ])('from %s to %s', (current, to, open) => {
    const observed = host('app', { current, manifests: releases, releases: releases.map(({ release }) => release) });
    const target = releases.find(({ release }) => release === to);
    const check = (): void => target && checkWayBack(back, observed, target);
    if (open) expect(check).not.toThrow();
    else expect(check).toThrow(`deploy@app: r3 migrated the database forward only, so ${to} cannot serve any more`);
  });
});
