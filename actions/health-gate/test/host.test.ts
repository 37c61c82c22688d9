import type { CommandResult } from '@suite/core';
import { describe, expect, it } from 'vitest';
import { type HostCheck, isHostCheck } from '../src/check.ts';
import { formatLogScript, formatScript, quoteScript } from '../src/host-script.ts';
import { judgeHost } from '../src/judge-host.ts';
import { planOf } from './fakes.ts';

async function check(checks: string): Promise<HostCheck> {
  const [first] = (await planOf({ checks })).checks;
  if (first === undefined || !isHostCheck(first)) throw new Error('no check of a host');
  return first;
}

async function judge(checks: string, result: Partial<CommandResult>) {
  const whole = { code: 0, signal: null, timedOut: false, stdout: '', stderr: '', ...result };
  return judgeHost(await check(checks), { totalMs: 40, reached: true, result: whole, failure: undefined });
}

const inspected = (state: object, name = '/web', restarts = 0): string =>
  `${JSON.stringify({ name, state, restarts })}\n`;
const running = { Status: 'running' };
const exited = { Status: 'exited', ExitCode: 137, OOMKilled: true };
const sick = { Status: 'running', Health: { Status: 'unhealthy', Log: [{ ExitCode: 7, Output: 'refused\n' }] } };

describe('containers', () => {
  it.each([
    [inspected(running), 'pass', undefined, 'running'],
    [inspected({ ...running, Health: { Status: 'healthy', Log: null } }), 'pass', undefined, 'running and healthy'],
    [
      inspected({ ...running, Healthcheck: { Status: 'starting' } }),
      'fail',
      'starting',
      'running, its health check is starting',
    ],
    [inspected({ Status: 'created' }), 'fail', 'starting', 'created, not started yet'],
    [inspected(sick), 'fail', 'unhealthy', 'unhealthy: exit 7: refused'],
    [inspected(exited), 'fail', 'container-exited', 'exited with code 137, killed for want of memory'],
    [
      inspected({ Status: 'restarting', ExitCode: 1 }, '/web', 4),
      'fail',
      'unhealthy',
      'restarts again and again (4 times), last code 1',
    ],
    [inspected({ Status: 'paused' }), 'fail', 'unhealthy', 'paused'],
  ])('%s is %s', async (stdout, expected, cause, message) => {
    const sample = await judge('- docker: web', { stdout });
    expect([sample.class, sample.cause, sample.message]).toEqual([expected, cause, message]);
  });

  it('of a service are judged by the worst, and have exited only where none runs', async () => {
    const both = inspected(running, '/web-1') + inspected(exited, '/web-2');
    expect(await judge('- compose: shop/web', { stdout: both })).toMatchObject({
      cause: 'unhealthy',
      message: '1 of 2 are well, web-2 exited with code 137, killed for want of memory',
    });
    const none = await judge('- compose: shop/web', { stdout: '' });
    expect(none).toMatchObject({
      class: 'fail',
      cause: 'no-container',
      message: 'service web of shop has no container',
    });
    const gone = await judge('- compose: shop/web', { stdout: inspected(exited, '/a') + inspected(exited, '/b') });
    expect(gone.cause).toBe('container-exited');
  });

  it.each([
    ['Error: No such container: web', 'fail', 'no-container', 'there is no such container'],
    [
      'permission denied while trying to connect to the Docker daemon socket',
      'fail',
      'auth-refused',
      'permission denied while',
    ],
    ['Cannot connect to the Docker daemon at unix:///x. Is it running?', 'error', 'no-engine', 'Cannot connect'],
  ])('%s is %s', async (stderr, expected, cause, message) => {
    const sample = await judge('- docker: web', { code: 1, stderr });
    expect([sample.class, sample.cause]).toEqual([expected, cause]);
    expect(sample.message).toContain(message);
  });
});

describe('a tool that is missing', () => {
  it.each([
    ['- docker: web', 127, 'sh: 1: docker: not found', 'no-tool'],
    ['- command: [pg_isready]', 127, "timeout: failed to run command 'pg_isready'", 'no-tool'],
    ['- command: [docker, exec, web, x]', 127, 'OCI runtime exec failed: "x": executable file not found', 'refused'],
    ['- command: [pg_isready]', 2, 'no response', 'refused'],
  ])('%s with exit %d and %s is %s', async (checks, code, stderr, cause) => {
    const sample = await judge(checks, { code, stderr });
    expect([sample.class, sample.cause]).toEqual(['fail', cause]);
    expect(sample.message).toContain(stderr);
  });
});

describe('disk and memory', () => {
  const df = (space: string, inodes: string): string =>
    `Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 100 80 20 ${space} /\nFilesystem Inodes IUsed IFree IUse% Mounted on\n/dev/sda1 10 9 1 ${inodes} /\n`;
  it.each([
    [df('80%', '5%'), 'pass', '80 % of its space, 5 % of its inodes used'],
    [df('81%', '5%'), 'fail', '81 % of its space, 5 % of its inodes used, 80 % allowed'],
    [df('10%', '95%'), 'fail', '10 % of its space, 95 % of its inodes used, 80 % allowed'],
    [df('10%', '-'), 'pass', '10 % of its space used'],
    ['', 'fail', 'df tells no share that is used'],
  ])('%j is %s', async (stdout, expected, message) => {
    expect(await judge('- disk: /\n  used-max: 80%', { stdout })).toMatchObject({ class: expected, message });
  });

  it('count what is available, not what is free', async () => {
    const stdout = 'MemTotal: 1000 kB\nMemFree: 10 kB\nMemAvailable: 250 kB\n';
    expect(await judge('- memory:', { stdout })).toMatchObject({ class: 'pass', message: '75 % of memory used' });
    expect(await judge('- memory:\n  used-max: 70%', { stdout })).toMatchObject({ class: 'fail' });
    expect(await judge('- memory:', { stdout: 'none' })).toMatchObject({ class: 'fail', cause: 'refused' });
  });
});

describe('scripts', () => {
  it('quote what they are given', async () => {
    const odd = await check(`- command: [echo, "it's; rm -rf /"]`);
    expect(formatScript(odd, 1_500)).toContain(`exec timeout 2 echo 'it'\\''s; rm -rf /'`);
    const service = await check('- compose: shop/web');
    expect(formatScript(service, 1_000)).toContain("--filter 'label=com.docker.compose.service=web'");
    expect(formatLogScript(service)).toContain('docker logs --tail 30 "$id" 2>&1');
    expect(formatScript(await check('- disk: "/my disk"'), 1)).toContain("df -Pk -- '/my disk' || exit");
    expect(quoteScript('web')).toBe('exec docker logs --tail 30 -- web 2>&1\n');
    expect(quoteScript('journalctl -u app')).toBe('{ journalctl -u app\n} 2>&1 | tail -n 30\n');
    expect(formatLogScript(await check('- memory:'))).toBeUndefined();
  });

  it('have targets and options that are checked', async () => {
    const wrong = planOf({
      checks:
        '- docker: a b\n- compose: web\n- disk: var\n- memory: 3\n- logs: web\n- disk: /\n  used-max: 120\n- tcp: a:1\n  deny: x\n- logs: web\n  deny: (',
    });
    await expect(wrong).rejects.toThrow(
      /name of a container.*project\/service.*absolute path.*takes no target.*lacks deny.*write for example 80%.*which only logs takes.*no regular expression/s,
    );
  });
});
