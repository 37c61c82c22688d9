import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { carryServers, haproxyProblems, serverPort } from '../src/haproxy-config.ts';

const sample = readFileSync(join(import.meta.dirname, '../../../test/lab/app/proxy/haproxy/haproxy.cfg'), 'utf8');
const live = sample
  .replace('server s1 none.invalid:8080 disabled', 'server s1 none.invalid:8080 disabled')
  .replace('server s2 none.invalid:8080 disabled', 'server s2 app-web-7:8080');

describe('haproxy.cfg', () => {
  test('a new file keeps the servers that the host’s own names', () => {
    expect(carryServers(sample, live)).toBe(live);
    const changed = sample.replace('timeout client 60s', 'timeout client 90s');
    expect(carryServers(changed, live)).toBe(live.replace('timeout client 60s', 'timeout client 90s'));
  });

  test('options and port of the new file are kept, other backends are left alone', () => {
    const checkout =
      'backend app\n  server s1 none.invalid:9000 weight 2 disabled\nbackend other\n  server s1 db:1 disabled\n';
    expect(carryServers(checkout, 'backend app\n  server s1 app-web-3:8080\n')).toBe(
      'backend app\n  server s1 app-web-3:9000 weight 2\nbackend other\n  server s1 db:1 disabled\n',
    );
  });

  test('the port of the servers', () => {
    expect(serverPort(sample)).toBe(8080);
    expect(serverPort('frontend x\n')).toBeUndefined();
  });

  test.each([
    [sample, []],
    [sample.replace(/^.*server s2.*$/m, ''), ['backend app has no server s2']],
    [sample.replace('level admin', ''), ['global has no `stats socket …/run/admin.sock level admin`']],
  ])('what is missing', (config, problems) => {
    expect(haproxyProblems(config)).toEqual(problems);
  });
});
