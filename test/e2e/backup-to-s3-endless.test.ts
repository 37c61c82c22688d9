import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runMain } from '@suite/testing';
import { expect, it } from 'vitest';

const PAGE = `<?xml version="1.0"?><ListBucketResult><IsTruncated>true</IsTruncated>
<NextContinuationToken>again</NextContinuationToken></ListBucketResult>`;

it('does not read the same page of a store for ever', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/xml').end(PAGE);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  const result = await runMain('backup-to-s3', {
    inputs: {
      mode: 'list',
      name: 'shop',
      bucket: 'backups',
      endpoint: `http://127.0.0.1:${port}`,
      'access-key-id': 'AKIDEXAMPLE',
      'secret-access-key': 'secret-of-nobody',
      timeout: '1m',
    },
  });
  server.close();
  expect(result.errors[0], result.stdout).toMatch(/^E_STORE: the store gives the same page again and again/);
  expect(asked).toBeLessThan(10);
});
