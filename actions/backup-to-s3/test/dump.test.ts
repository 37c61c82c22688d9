import { realExec } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { type DumpOptions, dump } from '../src/dump.ts';
import { missingEnd } from '../src/tail.ts';
import { collect } from './make.ts';

const TRAILER = '-- PostgreSQL database dump complete';
const shell = (script: string, change: Partial<DumpOptions> = {}) => {
  const command = { file: 'sh', args: ['-c', script] };
  const settle = async () => undefined;
  const options: DumpOptions = {
    kind: 'command',
    command,
    minSize: 5,
    allowEmpty: false,
    signal: new AbortController().signal,
    settle,
  };
  return collect(dump(realExec(), { ...options, ...change }));
};

describe('a dump', () => {
  it('is every byte of its command', async () => {
    expect((await shell('seq 1 40000')).toString('utf8').split('\n').length).toBe(40_001);
  });

  it.each([
    ['exit 3', {}, 'E_DUMP_FAILED', 'sh exited 3'],
    ['seq 1 100; echo "no space left" >&2; exit 1', {}, 'E_DUMP_FAILED', 'no space left'],
    ['seq 1 100; kill -TERM $$', {}, 'E_DUMP_FAILED', 'was ended by SIGTERM'],
    ['true', {}, 'E_DUMP_EMPTY', 'has 0 bytes'],
    ['printf 1234', {}, 'E_DUMP_EMPTY', 'has 4 bytes'],
    ['seq 1 100', { kind: 'postgres' }, 'E_DUMP_TRUNCATED', 'ends without the line'],
    ['seq 1 100', { kind: 'directory' }, 'E_DUMP_TRUNCATED', 'ends without two empty blocks'],
  ] as const)('by `%s` fails', async (script, change, code, message) => {
    const failed = shell(script, change);
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.toThrow(message);
  });

  it('ends only when what has to be settled is settled', async () => {
    const settle = async () => {
      throw new Error('too few tables');
    };
    await expect(shell('seq 1 100', { settle })).rejects.toThrow('too few tables');
  });

  it('may be empty where that is allowed, but never cut', async () => {
    expect((await shell('true', { allowEmpty: true })).length).toBe(0);
    await expect(shell('true', { allowEmpty: true, kind: 'postgres' })).rejects.toMatchObject({
      code: 'E_DUMP_TRUNCATED',
    });
  });

  it('has its program ended when nobody reads on', async () => {
    const command = { file: 'sh', args: ['-c', 'echo $$; exec yes'] };
    const signal = new AbortController().signal;
    const bytes = dump(realExec(), {
      kind: 'command',
      command,
      minSize: 0,
      allowEmpty: true,
      signal,
      settle: async () => undefined,
    });
    const first = await bytes.next();
    const pid = Number.parseInt(String(first.value), 10);
    await bytes.return(undefined);
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isAlive(pid)).toBe(false);
  });
});

it.each([
  ['postgres', `${TRAILER}\n--\n\n\\unrestrict xyz\n`, true],
  ['postgres', 'COPY public.orders FROM stdin;', false],
  ['directory', '\0'.repeat(1024), true],
  ['directory', '\0'.repeat(1023), false],
  ['directory', `${'\0'.repeat(1023)}x`, false],
  ['command', '', true],
] as const)('the end of a %s dump in %j is seen: %s', (kind, tail, whole) => {
  expect(missingEnd(kind, Buffer.from(tail)) === undefined).toBe(whole);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
