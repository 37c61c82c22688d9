import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labDir, logDir } from './paths.ts';
import { run } from './shell.ts';
import { writePrivate } from './state.ts';

export interface Secrets {
  readonly registryPassword: string;
  readonly postgresPassword: string;
  readonly s3AccessKeyId: string;
  readonly s3SecretAccessKey: string;
}

export const sshKeyFile = join(labDir, 'ssh', 'id_ed25519');

/** Passwords and the client's SSH key, made once for each lab. */
export async function makeSecrets(): Promise<Secrets> {
  for (const dir of [labDir, logDir, join(labDir, 'ssh')]) mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (!existsSync(sshKeyFile)) {
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'lab', '-f', sshKeyFile]);
  }
  const file = join(labDir, 'secrets.json');
  if (!existsSync(file)) writePrivate(file, JSON.stringify(newSecrets()));
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

function newSecrets(): Secrets {
  const word = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    registryPassword: word(16),
    postgresPassword: word(16),
    s3AccessKeyId: `LAB${word(8).toUpperCase()}`,
    s3SecretAccessKey: word(20),
  };
}
