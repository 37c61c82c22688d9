import { readFileSync } from 'node:fs';
import { type ActionError, formatError, inputReader, inputSource, realPorts, toActionError } from '@suite/core';
import { connect, openClient, readSshInputs, type SshClient } from '@suite/ssh';
import { readLab } from '../lab/state.ts';

/** The real world, without a runner. */
export const ports = realPorts({}, new AbortController().signal);

/**
 * Connects to every host of the inputs and tells each one's own name. Without inputs of that name: the lab's key, no
 * retries, three seconds.
 */
export async function names(given: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return withClient(given, async (client) => {
    const connections = await Promise.all(client.settings.targets.map((_, index) => connect(client, index, ports)));
    const said = await Promise.all(connections.map(async (each) => (await each.run('hostname')).stdout.trim()));
    await Promise.all(connections.map((each) => each.close()));
    return said;
  });
}

/** The error that connecting fails with, as the log shows it. */
export async function failure(given: Readonly<Record<string, string>>): Promise<string> {
  const error: ActionError = await names(given).then(
    (said) => {
      throw new Error(`connected to ${said}`);
    },
    (thrown) => toActionError(thrown),
  );
  return formatError(error);
}

/** Work with a client over the settings that the inputs give; its files are removed behind it. */
export async function withClient<T>(
  given: Readonly<Record<string, string>>,
  work: (client: SshClient) => Promise<T>,
): Promise<T> {
  const usual = {
    'ssh-key': readFileSync(readLab().sshKeyFile, 'utf8'),
    'connect-retries': '0',
    'connect-timeout': '10s',
  };
  const inputs = Object.entries({ ...usual, ...given }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', ...Object.fromEntries(inputs) };
  const read = inputReader(inputSource(env));
  const settings = readSshInputs(read, 'hosts');
  read.done();
  const folder = await ports.files.makeTemporaryFolder('ssh-test');
  try {
    const client = await openClient(settings, folder, ports);
    return await work(client).finally(client.close);
  } finally {
    await ports.files.remove(folder);
  }
}
