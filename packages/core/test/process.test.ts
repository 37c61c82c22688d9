import { describe, expect, it } from 'vitest';
import { CommandError, TimeoutError } from '../src/errors.ts';
import { realExec } from '../src/process.ts';
import { Secret } from '../src/secret.ts';

const exec = realExec();
const shell = (script: string) => ({ file: 'sh', args: ['-c', script] });

describe('exec', () => {
  it('gives output and exit code whatever it is', async () => {
    const result = await exec.run(shell('echo out; echo err >&2; exit 3'));
    expect(result).toMatchObject({ code: 3, stdout: 'out\n', stderr: 'err\n', timedOut: false });
  });

  it('gives stdin and a whole environment, secrets revealed', async () => {
    const secret = new Secret('s3cret-value');
    const command = {
      ...shell('cat; echo "$TOKEN$HOME"'),
      stdin: secret,
      env: { PATH: '/bin:/usr/bin', TOKEN: secret },
    };
    expect(await exec.output(command)).toBe('s3cret-values3cret-value\n');
  });

  it('says what failed, without the secret in it', async () => {
    const secret = new Secret('s3cret-value');
    const command = { ...shell('echo "bad $T" >&2; exit 1'), env: { PATH: '/bin:/usr/bin', T: secret } };
    const error = await exec.output(command).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(CommandError);
    expect(error.message).toContain('exited 1: bad ***');
  });

  it('says when a file is not there', async () => {
    const error = await exec.run({ file: 'no-such-tool', args: [] }).catch((thrown) => thrown);
    expect(error.message).toBe('no-such-tool could not be started: it is not on PATH');
  });

  it('ends the whole group at the deadline, a grandchild too', async () => {
    const command = { ...shell('sleep 60 & echo $!; wait'), timeoutMs: 200 };
    const result = await exec.run(command);
    expect(result).toMatchObject({ timedOut: true, signal: 'SIGTERM' });
    // Where nobody reaps orphans the ended process stays as a zombie.
    const state = await exec.run({ file: 'ps', args: ['-o', 'state=', '-p', result.stdout.trim()] });
    expect(['', 'Z']).toContain(state.stdout.trim());
    expect(await exec.output(command).catch((thrown) => thrown)).toBeInstanceOf(TimeoutError);
  });

  it('does not wait for a stranger who holds the streams of a child that was stopped', async () => {
    // As ssh does that shares a connection: its master has the streams of each session.
    const result = await exec.run({ ...shell('echo begun; setsid sleep 12 & exec sleep 60'), timeoutMs: 300 });
    expect(result).toMatchObject({ timedOut: true, stdout: 'begun\n' });
  }, 10_000);

  it('stops when the run is cancelled', async () => {
    const controller = new AbortController();
    const running = exec.run(shell('exec sleep 60'), controller.signal);
    setTimeout(() => controller.abort(), 50);
    expect(await running).toMatchObject({ code: null, signal: 'SIGTERM', timedOut: false });
  });

  it('keeps the end of a long output', async () => {
    const { stdout } = await exec.run(shell('yes 0123456789 | head -c 9000000; echo; echo END'));
    expect(stdout.length).toBeLessThan(6_000_000);
    expect(stdout.endsWith('END\n')).toBe(true);
    const more = { ...shell('echo START; yes 0123456789 | head -c 9000000'), keptBytes: 16 * 1024 * 1024 };
    expect((await exec.run(more)).stdout.startsWith('START\n')).toBe(true);
  });
});
