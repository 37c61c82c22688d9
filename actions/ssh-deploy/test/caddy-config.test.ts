import { expect, test } from 'vitest';
import { caddyProblems } from '../src/caddy-config.ts';

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
