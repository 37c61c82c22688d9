import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autoTags, cleanTag, parseTag, planTags } from '../src/tags.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const git = (ref: string, event = 'push') => ({ ref, sha, event, defaultBranch: 'main' });
const short = 'sha-0123456789ab';

describe('autoTags', () => {
  it.each([
    ['refs/heads/main', ['main', short, 'latest']],
    ['refs/heads/feature/Nice thing', ['feature-Nice-thing', short]],
    ['refs/heads/gh-readonly-queue/main/pr-7-abc', ['gh-readonly-queue-main-pr-7-abc', short]],
    ['refs/pull/42/merge', ['pr-42', short]],
    ['refs/tags/v1.2.3', ['1.2.3', '1.2', '1', short]],
    ['refs/tags/1.2.3', ['1.2.3', '1.2', '1', short]],
    ['refs/tags/v0.4.1', ['0.4.1', '0.4', short]],
    ['refs/tags/v2.0.0-rc.1', ['2.0.0-rc.1', short]],
    ['refs/tags/v2.0.0+build.5', ['2.0.0', '2.0', '2', short]],
    ['refs/tags/release/7', ['release-7', short]],
    ['refs/tags/v1.02.3', ['v1.02.3', short]],
    ['', [short]],
  ])('of %s are %j', (ref, expected) => expect(autoTags(git(ref))).toEqual(expected));

  it('move no latest where the default branch is unknown', () => {
    expect(autoTags({ ref: 'refs/heads/main', sha, event: 'push' })).toEqual(['main', short]);
  });

  it('are always tags', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom('heads', 'tags'), (name, kind) => {
        for (const tag of autoTags(git(`refs/${kind}/${name}`))) expect(tag).toMatch(/^\w[\w.-]{0,127}$/);
      }),
    );
  });
});

it('planTags keeps the order and drops what comes twice', () => {
  expect(planTags(['stable', 'auto', 'main'], git('refs/heads/main'))).toEqual(['stable', 'main', short, 'latest']);
});

it.each([
  ['v1', 'v1'],
  ['auto', 'auto'],
  ['1.2.3-rc_1', '1.2.3-rc_1'],
])('parseTag takes %s', (text, expected) => expect(parseTag(text)).toBe(expected));

it.each([
  ['ghcr.io/acme/app:v2', 'the name stands in image, write v2'],
  ['type=ref,event=branch', 'rules are not taken; write auto or plain tags'],
  ['my tag', 'which is not a tag; write my-tag'],
  ['-v1', 'which is not a tag; write v1'],
])('parseTag refuses %s', (text, problem) => expect(() => parseTag(text)).toThrow(problem));

it('cleanTag is at peace with its own work', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(cleanTag(cleanTag(text))).toBe(cleanTag(text));
    }),
  );
});
