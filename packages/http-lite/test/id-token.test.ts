import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

// @actions/core is given this package instead of @actions/http-client; its one use of it must go on working.
describe('getIDToken of @actions/core', () => {
  it('gets a token with the bearer header, over an answer of 503', async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.statusCode = seen.length === 1 ? 503 : 200;
      response.end(JSON.stringify({ value: `token for ${request.url}` }));
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    const program = `import { getIDToken } from '@actions/core'; console.log(await getIDToken('aud'))`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: import.meta.dirname,
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?v=1`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
      },
    });
    expect(await text(child.stdout)).toContain('token for /token?v=1&audience=aud');
    expect(seen).toEqual(['Bearer request-token', 'Bearer request-token']);
    server.close();
  });
});
