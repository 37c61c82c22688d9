import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { proxies } from '../src/proxies.ts';

const kinds = Object.keys(proxies) as (keyof typeof proxies)[];

describe.each(kinds)('every script for %s', (kind) => {
  const { library, reload, switchStep, afterSteps } = proxies[kind];
  const plan = { kind, folder: kind, service: 'proxy', target: 'web', command: undefined };
  const steps = [switchStep(30), ...afterSteps(30)];
  const scripts = [library(plan), reload ?? '', ...steps.flatMap(({ run, undo = '' }) => [run, undo])];

  test.each(['dash', 'bash', 'busybox'])('is valid shell, under %s', (shell) => {
    const [file = '', ...args] = shell === 'busybox' ? ['busybox', 'sh', '-n'] : [shell, '-n'];
    for (const input of scripts) expect(spawnSync(file, args, { input, encoding: 'utf8' }).stderr).toBe('');
  });

  test('can be undone, and begins with its functions', () => {
    const { run, undo } = switchStep(30);
    for (const script of [run, undo]) expect(script).toContain(`. ./lib.sh\n. ./${kind}.sh\n`);
  });
});
