import { fingerprintOfLine, lookupName } from '@suite/ssh';
import { expect, test } from 'vitest';
import { readLab } from '../lab/state.ts';
import { names } from './ssh-names.ts';

const lab = readLab();
const { a, b } = lab.hosts;

const pin = (line: string): string => fingerprintOfLine(line);
const [loopbackA = ''] = a.knownHosts.split('\n').filter((line) => line.startsWith('[') && line.includes('ed25519'));
const port = Number(/:(\d+) /.exec(loopbackA)?.[1]);

test('two hosts at the same time are two hosts', async () => {
  expect(
    await names({ hosts: 'deploy@10.77.0.11\ndeploy@10.77.0.12', 'known-hosts': a.knownHosts + b.knownHosts }),
  ).toEqual(['host-a', 'host-b']);
});

test('a pinned fingerprint is enough, on another port too', async () => {
  expect(await names({ hosts: 'deploy@10.77.0.11', 'known-hosts': pin(loopbackA) })).toEqual(['host-a']);
  expect(
    await names({
      hosts: `deploy@127.0.0.1:${port}`,
      'known-hosts': `${lookupName({ host: '127.0.0.1', port })} ${pin(loopbackA)}`,
    }),
  ).toEqual(['host-a']);
});

test('through a jump host, whose key is checked by the same rules', async () => {
  const jump = { hosts: 'deploy@10.77.0.12', jump: `deploy@127.0.0.1:${port}` };
  expect(await names({ ...jump, 'known-hosts': a.knownHosts + b.knownHosts })).toEqual(['host-b']);
  await expect(names({ ...jump, 'known-hosts': b.knownHosts })).rejects.toThrow(
    `deploy@127.0.0.1:${port} presented ssh-ed25519`,
  );
});
