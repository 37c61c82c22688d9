import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeKey } from '../../packages/ssh/test/keys.ts';
import { readLab } from '../lab/state.ts';
import { makePlanner } from './ssh-plan.ts';

const lab = readLab();
const { a, b } = lab.hosts;

test('two processes on one runner, with other keys and other known hosts, do not disturb each other', async () => {
  const planner = makePlanner(lab);
  const temporary = mkdtempSync(join(tmpdir(), 'runner-temp-'));
  const env = { RUNNER_TEMP: temporary };
  const of = (host: typeof a): Record<string, string> => ({
    hosts: `deploy@${host.address}`,
    'known-hosts': host.knownHosts,
  });
  const steps = [
    planner.step(of(a), env),
    planner.step({ ...of(a), 'ssh-key': makeKey('ed25519').secret }, env),
    planner.step({ ...of(a), 'known-hosts': b.knownHosts }, env),
    planner.step({ ...of(b), jump: `deploy@${a.address}`, 'known-hosts': a.knownHosts + b.knownHosts }, env),
  ];
  const results = await Promise.all(steps.map((each) => each.main()));
  const told = results.map(({ errors, outputs }) => errors[0]?.split(':')[0] ?? outputs.get('result'));
  expect(told).toEqual(['planned', 'E_SSH_AUTH', 'E_SSH_HOST_UNKNOWN', 'planned']);
  await Promise.all(steps.map((each) => each.post('success')));
  expect(readdirSync(temporary)).toEqual([]);
  for (const each of steps) each.dispose();
  rmSync(temporary, { recursive: true });
  planner.dispose();
});
