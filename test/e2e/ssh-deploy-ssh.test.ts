import { readFileSync } from 'node:fs';
import { inputReader, inputSource, realPorts } from '@suite/core';
import { connect, fingerprintOfLine, lookupName, openClient, readSshInputs } from '@suite/ssh';
import { afterAll, expect, test } from 'vitest';
import { readLab } from '../lab/state.ts';

const lab = readLab();
const { a, b } = lab.hosts;
const ports = realPorts({}, new AbortController().signal);
const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => ports.files.remove(folder))));

/** Connects to every host of the inputs and tells each one's own name. */
async function names(given: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const all = {
    'ssh-key': readFileSync(lab.sshKeyFile, 'utf8'),
    'connect-retries': '0',
    'connect-timeout': '3s',
    ...given,
  };
  const env = Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const read = inputReader(inputSource({ PATH: process.env['PATH'], HOME: '/nonexistent', ...env }));
  const settings = readSshInputs(read, 'hosts');
  read.done();
  const folder = await ports.files.makeTemporaryFolder('ssh-test');
  folders.push(folder);
  const ssh = await openClient(settings, folder, ports);
  const connections = await Promise.all(settings.targets.map((_, index) => connect(ssh, index, ports)));
  const said = await Promise.all(
    connections.map(async (connection) => (await connection.run('hostname')).stdout.trim()),
  );
  await Promise.all(connections.map((connection) => connection.close()));
  await ssh.close();
  return said;
}

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

test('a wrong or unknown host key stops before any attempt to log in', async () => {
  const wrong = pin(loopbackA).replace(/:./, (start) => (start === ':A' ? ':B' : ':A'));
  await expect(names({ hosts: 'deploy@10.77.0.11', 'known-hosts': wrong })).rejects.toMatchObject({
    details: { code: 'E_SSH_HOST_KEY' },
  });
  await expect(names({ hosts: 'deploy@10.77.0.11', 'known-hosts': b.knownHosts })).rejects.toMatchObject({
    details: { code: 'E_SSH_HOST_UNKNOWN' },
  });
});

test('a key that the server does not know is an E_SSH_AUTH, tried once', async () => {
  const { makeKey } = await import('../../packages/ssh/test/keys.ts');
  const refused = names({
    hosts: 'deploy@10.77.0.11',
    'known-hosts': a.knownHosts,
    'ssh-key': makeKey('ed25519').secret,
    'connect-retries': '3',
  });
  await expect(refused).rejects.toMatchObject({ details: { code: 'E_SSH_AUTH' } });
});
