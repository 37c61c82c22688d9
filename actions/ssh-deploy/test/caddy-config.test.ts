import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caddyProblems } from '../src/caddy-config.ts';
import { formatLibrary } from '../src/library.ts';
import { formatCaddyLibrary } from '../src/steps/caddy.ts';

const good = `:8080 {
	@live file {
		root /etc/caddy/live
		try_files /*
		try_policy most_recently_modified
	}
}`;

test.each([
  [good, []],
  [good.replace('/live', '/live/'), []],
  [good.replace('/etc/caddy/live', '/srv'), ['no file matcher has `root …/live`']],
  [good.replace('most_recently_modified', 'first_exist'), ['no file matcher has `try_policy most_recently_modified`']],
])('what is missing in a Caddyfile, %#', (text, problems) => {
  expect(caddyProblems(text)).toEqual(problems);
});

test.each(['dash', 'busybox'])(
  'a switch wins over a file from the future, whatever the clock says, under %s',
  (shell) => {
    const root = mkdtempSync(join(tmpdir(), 'live-'));
    const plan = { kind: 'caddy', folder: 'caddy', service: 'proxy', target: 'web', command: undefined } as const;
    const library = formatLibrary({ root, app: 'shop', release: 'r2', previous: 'r1' }) + formatCaddyLibrary(plan);
    const script = `${library}
lead_to shop-web-1; touch -t 203701010000 "$live/shop-web-1"
lead_to shop-web-2; leads_to
lead_to shop-web-1; leads_to
forget_all_but shop-web-1; ls "$live"`;
    const args = shell === 'busybox' ? ['sh', '-c', script] : ['-c', script];
    expect(spawnSync(shell, args, { encoding: 'utf8' }).stdout).toBe('shop-web-2\nshop-web-1\nshop-web-1\n');
  },
);
