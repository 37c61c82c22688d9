import { formatError } from '@suite/core';
import { expect, test } from 'vitest';
import type { HostFacts } from '../src/host-facts.ts';
import { hostProblems, refusal } from '../src/preflight.ts';
import { roomProblems } from '../src/room.ts';
import { disk, hostFacts } from './samples.ts';

const demands = {
  host: 'deploy@app',
  user: 'deploy',
  docker: true,
  socketClient: true,
  httpClient: true,
};

const about = {
  host: 'deploy@app',
  room: {
    minFreeDisk: { bytes: 2 * 1024 ** 3, percent: 10 },
    maxDiskUsed: 90,
    minFreeInodes: 5,
    minFreeMemory: { bytes: 0, percent: 10 },
  },
  needs: { disk: 0, memory: 0 },
};

function problems(given: Partial<HostFacts>, needs: Partial<typeof about.needs> = {}) {
  const facts = hostFacts(given);
  return [...hostProblems(facts, demands), ...roomProblems(facts, { ...about, needs: { ...about.needs, ...needs } })];
}

test('a good host is taken', () => {
  expect(problems({})).toEqual([]);
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
    { disks: [disk('/var/lib/docker', { free: 1.1e9, total: 28e9, used: 26e9 })] },
    'E_DISK: deploy@app: /var/lib/docker has 1.1 GB free (4 %), needs 2.8 GB (min-free-disk)\nfree some space, or lower min-free-disk',
  ],
  [
    { disks: [disk('/opt', { free: 12e9, used: 288e9 })] },
    'E_DISK: deploy@app: /opt has 12.0 GB free (12 %), needs 30.0 GB (max-disk-used)\nfree some space, or raise max-disk-used',
  ],
  [
    { disks: [disk('/opt', { inodes: { free: 200, total: 10_000 } })] },
    'E_DISK: deploy@app: /opt has 200 of 10000 inodes free (2 %), needs 5 %\nremove small files, or lower min-free-inodes',
  ],
  [
    { memory: { free: 0.1e9, total: 4e9 } },
    'E_MEMORY: deploy@app: memory has 100.0 MB free (3 %), needs 400.0 MB (min-free-memory)\nfree some memory, or lower min-free-memory',
  ],
  [
    { missingTools: ['flock'], disks: [disk('/opt', { free: 1e9 })] },
    'E_PREFLIGHT: 2 things are in the way\nE_TOOLS: deploy@app: flock is missing; install it on the host\nE_DISK: deploy@app: /opt has 1.0 GB free (1 %), needs 10.0 GB (min-free-disk); free some space, or lower min-free-disk\nnothing was changed',
  ],
])('%j', (given, text) => {
  expect(formatError(refusal(problems(given)))).toBe(text);
});

test('a file system without a number of inodes has enough of them', () => {
  expect(problems({ disks: [disk('/opt', { inodes: { free: 0, total: 0 } })] })).toEqual([]);
});

test('compose 5 is new enough', () => {
  expect(problems({ compose: '5.0.0' })).toEqual([]);
});

test.each([
  [
    { disks: [disk('/opt'), disk('/var/lib/docker', { free: 3e9, total: 28e9, used: 25e9 })] },
    { disk: 1.9e9 },
    'E_DISK: deploy@app: /var/lib/docker has 3.0 GB free (11 %), needs 4.7 GB = images 1.9 GB + 2.8 GB (min-free-disk); reclaimable 3.2 GB\nfree some space, or lower min-free-disk',
  ],
  [
    { memory: { free: 1e9, total: 4e9 } },
    { memory: 0.8e9 },
    'E_MEMORY: deploy@app: memory has 1.0 GB free (25 %), needs 1.2 GB = new containers beside the old 800.0 MB + 400.0 MB (min-free-memory)\nfree some memory, or lower min-free-memory',
  ],
])('what the release takes counts: %j, %j', (given, needs, text) => {
  const reclaimable = { needs: { ...hostFacts().needs, reclaimable: 3.2e9 } };
  expect(formatError(refusal(problems({ ...given, ...reclaimable }, needs)))).toBe(text);
});
