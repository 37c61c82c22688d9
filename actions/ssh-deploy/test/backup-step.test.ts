import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupStep } from '../src/steps/files.ts';
import { backupCommandStep } from '../src/steps/hooks.ts';
import { shells, stepScene } from './step-scene.ts';

const config = backupStep(['haproxy']);
const dump = (text: string) => backupCommandStep(`echo ${text} >db.sql`, 10);

function scene(shell: (typeof shells)[number]) {
  const { root, ...rest } = stepScene(shell);
  for (const folder of ['releases/r1', 'shared/haproxy']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'releases/r1/manifest.json'), '{}');
  writeFileSync(join(root, 'shared/haproxy/haproxy.cfg'), 'live');
  const path = (name: string): string => join(root, 'backups/r2', name);
  return {
    ...rest,
    path,
    read: (name: string): string => (existsSync(path(name)) ? readFileSync(path(name), 'utf8').trim() : ''),
    left: (): readonly string[] => (existsSync(path('.')) ? readdirSync(path('.')).sort() : []),
  };
}

describe.each(shells)('backups, under %s', (shell) => {
  test('hold the release before, the proxy and what backup-command left; the undos leave nothing', () => {
    const { run, undo, read, left } = scene(shell);
    for (const step of [config, dump('first')]) expect(run(step)).toMatchObject({ status: 0, stderr: '' });
    expect(left()).toEqual(['data', 'haproxy', 'release']);
    expect([read('data/db.sql'), read('haproxy/haproxy.cfg'), read('release/manifest.json')]).toEqual([
      'first',
      'live',
      '{}',
    ]);
    for (const step of [dump(''), config, config]) expect(undo(step)).toMatchObject({ status: 0, stderr: '' });
    expect(left()).toEqual([]);
  });

  test('of a release that is deployed once more stay, whatever becomes of that deploy', () => {
    const { path, run, undo, read, left } = scene(shell);
    mkdirSync(path('data'), { recursive: true });
    writeFileSync(path('data/db.sql'), 'before the migration');
    for (const step of [config, dump('behind it')]) expect(run(step).status).toBe(0);
    expect([read('data/db.sql'), read('data.again/db.sql')]).toEqual(['before the migration', 'behind it']);
    for (const step of [dump(''), config]) expect(undo(step).status).toBe(0);
    expect(read('data/db.sql')).toBe('before the migration');
    expect(left()).not.toContain('data.again');
  });
});
