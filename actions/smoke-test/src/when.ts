import { Secret } from '@suite/core';
import type { Condition } from './check.ts';
import { match } from './match.ts';
import { expandMatcher, type Scope } from './template.ts';

/** Why a check does not run: the first of its conditions that does not hold; undefined where all do. */
export function unmet(when: readonly Condition[], scope: Scope, nowMs: number): string | undefined {
  const broken = when.find(({ name, matcher }) => {
    const given = scope.get(name);
    const value = given instanceof Secret ? given.reveal() : given;
    const isText = typeof value !== 'object';
    return !match(expandMatcher(matcher, scope), { value, isText, nowMs }).ok;
  });
  return broken && `its when does not hold: ${broken.text}`;
}
