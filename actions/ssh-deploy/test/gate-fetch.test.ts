import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatGateLibrary } from '../src/steps/gate.ts';

const run = promisify(execFile);
const library = formatGateLibrary({
  services: ['web'],
  beside: ['web'],
  proxied: undefined,
  target: 'web',
  url: undefined,
  successes: 1,
  timeout: 5,
  readyDelay: 1,
  logLines: 10,
  expectVersion: 'v7',
  watch: 0,
  healthCommand: [],
  logDeny: undefined,
});

let server: Server;
let seen: string[] = [];
const folders: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    seen.push(url);
    const status = Number(url.slice(1, 4));
    response.writeHead(status, { 'x-version': 'v7', ...(status === 302 ? { location: '/200' } : {}) });
    response.end('{}\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A PATH that knows one client and the tools beside it. */
function pathWith(client: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'path-'));
  folders.push(folder);
  const which = (name: string): string =>
    spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
  for (const name of ['awk', 'tail', 'tr', 'sed', 'timeout']) symlinkSync(which(name), join(folder, name));
  const [program = '', name = program] = client.split(' ');
  symlinkSync(which(program), join(folder, name));
  return folder;
}

describe.each(['curl', 'wget', 'busybox wget'])('the gate asks by %s', (client) => {
  const path = pathWith(client);
  const ask = async (url: string): Promise<string> => {
    seen = [];
    const { stdout } = await run('/bin/dash', ['-c', `${library}\nanswer '${url}'`], { env: { PATH: path } });
    return stdout.trim();
  };
  const at = (status: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${status}`;

  test.each(['500', '404', '302'])('what answers %s is not healthy, wherever it leads', async (status) => {
    expect(await ask(at(status))).toBe(`${at(status)} answered ${status}`);
    expect(seen.filter((url) => url === `/${status}`)).toHaveLength(1);
  });

  test('what answers 200 with the version that is expected is', async () => {
    expect(await ask(at('200'))).toBe('');
    expect(seen).toEqual(['/200']);
  });

  test('a port where nobody listens gives the words of the client', async () => {
    expect(await ask('http://127.0.0.1:1/x')).toMatch(/^no answer from http:\/\/127\.0\.0\.1:1\/x: \S/);
  });
});
