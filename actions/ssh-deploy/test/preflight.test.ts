import { formatError, toActionError } from '@suite/core';
import { expect, test } from 'vitest';
import { checkHost } from '../src/preflight.ts';
import { hostFacts } from './samples.ts';

const demands = {
  host: 'deploy@app',
  user: 'deploy',
  docker: true,
  minFreeDisk: { bytes: 2 * 1024 ** 3, percent: 10 },
  minFreeMemory: { bytes: 0, percent: 10 },
  socketClient: true,
  httpClient: true,
};

test('a good host is taken', () => {
  expect(() => checkHost(hostFacts(), demands)).not.toThrow();
});

test.each([
  [{ missingTools: ['flock', 'docker'] }, 'E_TOOLS: deploy@app: flock is missing\ninstall it on the host'],
  [{ tools: ['curl'] }, 'E_TOOLS: deploy@app: perl, socat or nc is missing\ninstall it on the host'],
  [{ tools: ['perl'] }, 'E_TOOLS: deploy@app: curl or wget is missing\ninstall it on the host'],
  [
    { docker: undefined, dockerError: 'permission denied while trying to connect' },
    'E_DOCKER: deploy@app: docker does not answer: permission denied while trying to connect\non the host: sudo usermod -aG docker deploy',
  ],
  [
    { docker: undefined },
    'E_DOCKER: deploy@app: docker does not answer: no reason given\nstart the engine on the host',
  ],
  [
    { compose: '2.19.1' },
    'E_DOCKER: deploy@app: docker compose 2.19.1, 2.20 or newer is needed\ninstall the docker-compose-plugin package on the host',
  ],
  [
    { disks: [{ where: '/var/lib/docker', free: 1.1e9, total: 28e9 }] },
    'E_DISK: deploy@app: /var/lib/docker has 1.1 GB free (4 %), needs 2.1 GB and 10 %\nnothing was changed; free some space, or lower min-free-disk',
  ],
  [
    { memory: { where: 'memory', free: 0.1e9, total: 4e9 } },
    'E_MEMORY: deploy@app: memory has 100.0 MB free (3 %), needs 10 %\nnothing was changed; free some memory, or lower min-free-memory',
  ],
])('%j', (given, text) => {
  let said = '';
  try {
    checkHost(hostFacts(given), demands);
  } catch (error) {
    said = formatError(toActionError(error));
  }
  expect(said).toBe(text);
});

test('compose 5 is new enough', () => {
  expect(() => checkHost(hostFacts({ compose: '5.0.0' }), demands)).not.toThrow();
});
