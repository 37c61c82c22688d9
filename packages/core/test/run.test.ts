import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFileCommands, parseWorkflowCommands } from '@suite/testing';
import { afterAll, describe, expect, it } from 'vitest';

// runAction owns the process (signals, exit code, stdout), so it is tested in processes of its own.
const folder = mkdtempSync(join(tmpdir(), 'run-action-'));
afterAll(() => rmSync(folder, { recursive: true }));

const main = join(import.meta.dirname, 'probe-action.ts');
const post = join(import.meta.dirname, 'post.ts');

function runProbe(inputs: Record<string, string>, env: Record<string, string> = {}, script = main) {
  const files = { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' };
  const paths = Object.fromEntries(Object.keys(files).map((name) => [name, join(folder, `${name}-${Math.random()}`)]));
  for (const path of Object.values(paths)) writeFileSync(path, '');
  const variables = Object.fromEntries(Object.entries(inputs).map(([k, v]) => [`INPUT_${k.toUpperCase()}`, v]));
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: folder, ...paths, ...variables, ...env },
  });
  let log = '';
  child.stdout.on('data', (chunk) => (log += chunk));
  child.stderr.on('data', (chunk) => (log += chunk));
  const ended = new Promise<{
    exitCode: number | null;
    log: string;
    outputs: ReadonlyMap<string, string>;
    summary: string;
  }>((resolve) =>
    child.once('close', (exitCode) =>
      resolve({
        exitCode,
        log,
        outputs: parseFileCommands(readFileSync(paths['GITHUB_OUTPUT'] ?? '', 'utf8')),
        summary: readFileSync(paths['GITHUB_STEP_SUMMARY'] ?? '', 'utf8'),
      }),
    ),
  );
  return { child, ended };
}

describe('runAction', () => {
  it('prints the plan, works, and writes outputs and summary', async () => {
    const { exitCode, log, outputs, summary } = await runProbe({ word: 'hello' }).ended;
    expect(exitCode).toBe(0);
    expect(log).toMatch(/plan: say hello[\s\S]*did: hello[\s\S]*probe: done in/);
    expect(outputs.get('result')).toBe('done');
    expect(Number(outputs.get('duration-ms'))).toBeGreaterThan(0);
    expect(summary).toContain('said hello');
  });

  it('stops after the plan of a dry run', async () => {
    const { exitCode, log, outputs } = await runProbe({ word: 'hello', 'dry-run': 'true' }).ended;
    expect(exitCode).toBe(0);
    expect(outputs.get('result')).toBe('planned');
    expect(log).not.toContain('did: hello');
  });

  it('reports bad input once, with the unknown one, and does nothing', async () => {
    const { exitCode, log, outputs } = await runProbe({ wrod: 'x', 'dry-run': 'maybe' }).ended;
    expect(exitCode).toBe(1);
    expect(log).not.toContain('plan:');
    const errors = parseWorkflowCommands(log).filter(({ command }) => command === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/^E_INPUT: 2 inputs are wrong; nothing was changed\n.*\nword: is required/);
    expect(log).toContain('did you mean word?');
    expect(outputs.get('result')).toBe('failed');
  });

  it('writes outputs and summary before a gate fails the job', async () => {
    const { exitCode, log, outputs, summary } = await runProbe({ word: 'refuse' }).ended;
    expect(exitCode).toBe(1);
    expect(outputs.get('result')).toBe('refused');
    expect(summary).toContain('said refuse');
    expect(log).toContain('::error file=Dockerfile,line=3::E_GATE: the gate said no%0Aask for something else');
  });

  it('shows no stack of an unexpected error, and none of a secret, outside debug', async () => {
    const { exitCode, log } = await runProbe({ word: 'crash', token: 'pl4nted-secret' }).ended;
    expect(exitCode).toBe(1);
    expect(log).toContain('E_INTERNAL: unexpected: crashed with ***');
    expect(parseWorkflowCommands(log)).toContainEqual(
      expect.objectContaining({ command: 'add-mask', message: 'pl4nted-secret' }),
    );
    expect(log.replace(/^::debug::.*$/gm, '').replace(/^::add-mask::.*$/gm, '')).not.toMatch(
      /pl4nted-secret|at .*\.ts:\d/,
    );
  });

  it('calls a thrown failure by the word that the action has for it', async () => {
    const usual = await runProbe({ word: 'crash' }).ended;
    const own = await runProbe({ word: 'crash' }, { RESULT_ON_ERROR: 'error' }).ended;
    expect([usual.outputs.get('result'), own.outputs.get('result')]).toEqual(['failed', 'error']);
  });

  it('is cancelled by a signal, says so, and fails', async () => {
    const { child, ended } = runProbe({ word: 'wait' });
    child.stdout.on('data', (chunk) => String(chunk).includes('did: wait') && child.kill('SIGINT'));
    const { exitCode, outputs, log } = await ended;
    expect(exitCode).toBe(1);
    expect(outputs.get('result')).toBe('cancelled');
    expect(log).toContain('E_CANCELLED');
  });

  it('only warns when post fails, unless a rollback did', async () => {
    const warned = await runProbe({ word: 'x' }, { STATE_post: 'broken' }, post).ended;
    expect([warned.exitCode, warned.log]).toEqual([0, expect.stringContaining('::warning::cleaning up: E_COMMAND')]);
    const failed = await runProbe({ word: 'x' }, { STATE_post: 'fatal' }, post).ended;
    expect([failed.exitCode, failed.log]).toEqual([1, expect.stringContaining('E_ROLLBACK_FAILED')]);
  });

  it('never does the work of main in post, also where main was killed before it could save anything', async () => {
    const { exitCode, log } = await runProbe({ word: 'hello' }, {}, post).ended;
    expect([exitCode, log]).toEqual([0, expect.not.stringContaining('hello')]);
  });

  it('lets no text of others issue a workflow command', async () => {
    const { log } = await runProbe({ word: '::set-output name=x::y' }).ended;
    expect(parseWorkflowCommands(log).map(({ command }) => command)).not.toContain('set-output');
    // The runner finds the old form anywhere in a line.
    const old = await runProbe({ word: 'x ##[stop-commands]t' }).ended;
    expect(old.log.replace(/^::stop-commands::(\S+)\n[\s\S]*?\n::\1::$/gm, '')).not.toContain('##[stop-commands]');
  });

  it('survives a runner that stops reading', () => {
    const command = `"${process.execPath}" "${main}" | true`;
    const env = { PATH: process.env['PATH'] ?? '', INPUT_WORD: 'hello', RUNNER_TEMP: folder };
    expect(() => execFileSync('sh', ['-c', command], { env })).not.toThrow();
  });
});
