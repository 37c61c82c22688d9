import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatImageName } from '../src/image-name.ts';
import { given, problemsOfRun } from './given.ts';

const defaults = { image: 'ghcr.io/acme/shop', 'max-size': '500MB', 'build-args': 'A=1\nB=2', target: 'final' };
const images = (list: string, values: Record<string, string> = defaults) => given({ ...values, images: list }).images;

it('puts each entry under the image by its name, with the inputs as defaults', () => {
  const list =
    '- name: web\n- name: worker\n  context: worker\n  target: slim\n  max-size: 50MiB\n  build-args: { B: 3, C: true }\n';
  const [web, worker] = images(list);
  expect(web).toMatchObject({ name: 'web', context: '.', file: 'Dockerfile', target: 'final', maxSize: 500e6 });
  expect(web && formatImageName(web.image)).toBe('ghcr.io/acme/shop/web');
  expect(worker).toMatchObject({ context: 'worker', file: 'worker/Dockerfile', target: 'slim', maxSize: 52_428_800 });
  expect([...(worker?.buildArgs ?? [])]).toEqual([
    ['A', '1'],
    ['B', '3'],
    ['C', 'true'],
  ]);
});

it('takes an entry’s own image, and its last segment for a name', () => {
  const [one, two] = images('- image: quay.io/other/api\n- name: renamed\n  image: ghcr.io/acme/x\n');
  expect([one?.name, two?.name]).toEqual(['api', 'renamed']);
  expect(two && formatImageName(two.image)).toBe('ghcr.io/acme/x');
});

it('keeps the input file for entries in the same context, and finds the Dockerfile of another one', () => {
  const [same, other] = images('- name: a\n- name: b\n  context: b\n', { ...defaults, file: 'ci/Dockerfile' });
  expect([same?.file, other?.file]).toEqual(['ci/Dockerfile', 'b/Dockerfile']);
});

it.each([['[B=3, C=4]'], ['"B=3\\nC=4"'], ['{ B: 3, C: 4 }']])('reads build-args as %s', (text) => {
  const [one] = images(`- name: a\n  build-args: ${text}\n`);
  expect([...(one?.buildArgs ?? [])]).toEqual([
    ['A', '1'],
    ['B', '3'],
    ['C', '4'],
  ]);
});

it.each([
  ['app, worker', 'images: is not a YAML list'],
  ['- [', 'images: is not YAML: '],
  ['- app', 'images: entry 1 is not a map'],
  [
    '- name: App',
    'images: entry 1 (App) has a wrong name: "App" is not a name; write lower-case letters, digits and - only',
  ],
  ['- nme: app', 'images: entry 1 has the unknown key nme; did you mean name?'],
  ['- target: x', 'images: entry 1 has neither a name nor an image'],
  ['- name: a\n  platforms: linux/arm64', 'images: entry 1 (a) has the unknown key platforms'],
  ['- name: a\n  max-size: 5', 'images: entry 1 (a) has a wrong max-size: 5 has no unit; write 5MB or 5MiB'],
  ['- name: a\n  image: x:1', 'images: entry 1 (a) has a wrong image: "x:1" has a tag; write x and put 1 into tags'],
  ['- name: a\n  context: [x]', 'images: entry 1 (a) has a wrong context: ["x"] is not a plain value'],
  ['- name: a\n- name: a', 'images: has 2 entries named a'],
  ['- name: a\n- name: b\n  image: ghcr.io/acme/shop/a', 'images: has 2 entries for ghcr.io/acme/shop/a'],
])('refuses %j', async (list, problem) => {
  expect((await problemsOfRun({ ...defaults, images: list })).join('\n')).toContain(problem);
});

it('never throws anything but problems', async () => {
  const value = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('- name: a\n  context:', '- ? x', '- &a *a', '- !!binary x'),
  );
  await fc.assert(
    fc.asyncProperty(value, async (text) => {
      expect(Array.isArray(await problemsOfRun({ ...defaults, images: text }))).toBe(true);
    }),
  );
});
