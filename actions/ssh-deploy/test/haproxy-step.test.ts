import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stopStep } from '../src/steps/containers.ts';
import { formatHaproxyLibrary, haproxyDrainStep, haproxyPersistStep } from '../src/steps/haproxy.ts';
import { haproxyText } from './samples.ts';
import { shells, stepScene } from './step-scene.ts';

const before = haproxyText.replace('s1 none.invalid:8080 disabled', 's1 shop-web-1:8080');

/** What `show servers state` says: slot, address, state (2: up), flags (1: maintenance), name, port. */
const server = (slot: string, up: number, flags: number, name: string): string =>
  ['3 app 1', slot, '10.0.0.1', up, flags, ...Array.from({ length: 10 }, () => '-'), name, 8080].join(' ');
const onNew = `${server('s1', 2, 8, 'shop-web-1')}\n${server('s2', 2, 0, 'shop-web-2')}\n`;
const onOld = `${server('s1', 2, 0, 'shop-web-1')}\n${server('s2', 0, 5, 'none.invalid')}\n`;

/** haproxy as its socket shows it; a reload gives it the new state. */
function scene(shell: (typeof shells)[number], state: string, reloads: boolean) {
  const perl = `case $* in *"show servers"*) cat "$ROOT/state" ;; *"show stat"*) printf 'app,s1,,,0\\napp,s2,,,0${','.repeat(32)}L7STS,404,1\\n' ;; *) echo "$5" >>"$ROOT/orders" ;; esac`;
  const docker = `case "$1 $*" in
  ps*service=proxy*) echo p1 ;;
  ps*) echo 'new1 shop -' ;;
  kill*) echo reload >>"$ROOT/orders"; [ ! -e "$ROOT/after" ] || cp "$ROOT/after" "$ROOT/state" ;;
  stop* | 'rm '*) echo "$*" >>"$ROOT/orders" ;;
esac`;
  const { root, tx, run, sh } = stepScene(shell, { perl, docker, sleep: ':' });
  mkdirSync(join(root, 'shared/haproxy'));
  const config = join(root, 'shared/haproxy/haproxy.cfg');
  writeFileSync(config, before);
  writeFileSync(join(root, 'state'), state);
  if (reloads) writeFileSync(join(root, 'after'), onNew);
  const plan = { kind: 'haproxy', folder: 'haproxy', service: 'proxy', target: 'web', command: undefined } as const;
  writeFileSync(join(tx, 'haproxy.sh'), formatHaproxyLibrary(plan));
  writeFileSync(join(tx, 'slots'), 'new=s2 old=s1 name=shop-web-2\n');
  writeFileSync(join(tx, 'before.web'), 'old1\nend\n');
  const orders = join(root, 'orders');
  const steps = [haproxyPersistStep(), haproxyDrainStep(1), stopStep([{ name: 'web', replicas: 1 }], 1)];
  return {
    end: () => steps.map((step) => run(step, { ROOT: root }).status),
    orders: () => (existsSync(orders) ? readFileSync(orders, 'utf8').trim().split('\n') : []),
    why: (addresses: string) =>
      sh(`. ./lib.sh; . ./haproxy.sh; why_down s2 shop-web-2 '${addresses}'`, { ROOT: root }).stdout.trim(),
    config: () => readFileSync(config, 'utf8'),
  };
}

describe.each(shells)('a container that haproxy does not find up, under %s', (shell) => {
  const { why } = scene(shell, server('s2', 0, 0, 'shop-web-2'), false);

  test('is told with the check that fails and where it stands', () => {
    expect(why('10.9.9.9 10.0.0.1 ')).toBe(
      "haproxy's check of shop-web-2:8080 does not succeed (L7STS 404): the port, and the path of httpchk, stand in haproxy.cfg and must be the image's",
    );
  });

  test('or with the name that it cannot look up', () => {
    expect(why('10.9.9.9 ')).toBe('haproxy does not find the address of shop-web-2: both need a network in common');
  });
});

describe.each(shells)('haproxy behind the commit, under %s', (shell) => {
  const removed = ['set server app/s1 state maint', 'stop -t 1 old1', 'rm -f -v old1'];

  test('is written down, drained, and the old container goes', () => {
    const { end, orders, config } = scene(shell, onNew, false);
    expect(end()).toEqual([0, 0, 0]);
    expect(orders()).toEqual(removed);
    expect(config()).toContain('s1 none.invalid:8080 disabled\n    server s2 shop-web-2:8080\n');
  });

  test('reads its file again where it was started again since the switch', () => {
    const { end, orders } = scene(shell, onOld, true);
    expect(end()).toEqual([0, 0, 0]);
    expect(orders()).toEqual(['reload', ...removed]);
  });

  test('keeps the old container where it does not find the new one', { timeout: 60_000 }, () => {
    const { end, orders } = scene(shell, onOld, false);
    expect(end()).toEqual([1, 1, 1]);
    expect(orders()).toEqual(['reload']);
  });
});
