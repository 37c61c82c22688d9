import { describe, expect, it } from 'vitest';
import { planFor, play, type Reply } from './world.ts';

const textOf = async (assertion: string, reply: Reply): Promise<string | undefined> => {
  const file = `checks: [{ get: /me, expect: ${assertion} }]`;
  const { results } = await play(await planFor({ files: 'a.yml' }, { 'a.yml': file }), () => reply);
  return results[0]?.failure?.text;
};
const HTML = '<html><title>Bad Gateway</title></html>';

describe('what was not read proves nothing, whichever way it is asked', () => {
  it.each([
    ['{ body: not-contains ERROR }', { body: 'all is well', cut: true }, 'the body was cut at max-body'],
    ['{ body: not contains ERROR }', { body: 'all is well', cut: true }, 'the body was cut at max-body'],
    ['{ body: length <2000 }', { body: 'all is well', cut: true }, 'the body was cut at max-body'],
    ['{ body: not matches ^E }', { body: 'all is well', cut: true }, 'the body was cut at max-body'],
    ['{ body: ends well }', { body: 'all is well', cut: true }, 'the body was cut at max-body'],
    ['{ json.error: not exists }', { body: '{"a":1', cut: true }, 'the body was cut at max-body'],
    ['{ css.h1: not exists }', { body: HTML, cut: true }, 'the body was cut at max-body'],
    ['{ version: not exists }', { body: '{"a":1', cut: true }, 'the body was cut at max-body'],
    ['{ json.error: not exists }', { body: HTML }, "the body looks like HTML: title 'Bad Gateway'"],
    ['{ json.error: not exists }', { body: '' }, 'the body is empty'],
    ['{ xml.//error: not exists }', { body: '{"a":1}' }, 'the body is no XML'],
    ['{ css.h1: not exists }', { body: '{"a":1}' }, 'the body is no HTML'],
    ['{ css.h1: not exists }', { body: '' }, 'the body is empty'],
    ...[
      'body: not-contains down',
      'body: contains up',
      'body: exists',
      'json.status: not exists',
      'css.h1: not exists',
    ].map((assertion): [string, Reply, string] => [
      `{ ${assertion} }`,
      { body: 'up', undecoded: 'zstd' },
      'the body cannot be unpacked, its content-encoding is zstd',
    ]),
  ])('%s of %j fails', async (assertion, reply, why) => {
    expect(await textOf(assertion, reply)).toContain(why);
  });

  it.each([
    ['{ body: contains well }', { body: 'all is well', cut: true }],
    ['{ body: starts all }', { body: 'all is well', cut: true }],
    ['{ body: not-contains ERROR }', { body: 'all is well' }],
    ['{ json.error: not exists }', { body: '{"a":1}' }],
    ['{ css.h1: not exists }', { body: HTML }],
    ['{ xml.//error: not exists }', { body: '<a/>' }],
    ['{ version: not exists }', { body: HTML }],
    ['{ status: 200, size: 2 }', { body: 'up', undecoded: 'zstd' }],
    ['{ header.X-Error: not exists }', { body: 'all is well', cut: true }],
  ])('%s of %j passes', async (assertion, reply) => {
    expect(await textOf(assertion, reply)).toBeUndefined();
  });
});

describe('a path with * that meets nothing', () => {
  it.each([
    ['{ "json.components[*].status": each == healthy }'],
    ['{ "json.components[*].id": exists }'],
    ['{ "json.components[*].id": length 0 }'],
    ['{ "json.components[*].id": not-contains 5 }'],
    ['{ "json.components.*": empty }'],
  ])('fails %s', async (assertion) => {
    for (const body of ['{}', '{"components":[]}', '{"components":{}}']) {
      expect(await textOf(assertion, { body })).toContain("actual    nothing; the body's JSON has nothing at");
    }
  });

  it('is a list where it meets something, and nothing where it does not', async () => {
    const body = '{"components":[{"status":"healthy"},{"status":"down"}]}';
    expect(await textOf('{ "json.components[*].status": length 2 }', { body })).toBeUndefined();
    expect(await textOf('{ "json.components[*].error": not exists }', { body })).toBeUndefined();
    expect(await textOf('{ "json.components[*].status": each == healthy }', { body })).toContain('item 1 is "down"');
  });
});
