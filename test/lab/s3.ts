import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { labDir, logDir, runDir } from './paths.ts';
import { isRunning, type ProcessRecord, recordProcess, stopProcess } from './processes.ts';
import type { Secrets } from './secrets.ts';
import { startInBackground } from './shell.ts';
import { callS3 } from './sigv4.ts';
import { type Lab, writePrivate } from './state.ts';
import { waitForTool } from './tools.ts';
import { waitUntil } from './wait.ts';

const address = '127.0.0.1:9311';
const dir = join(labDir, 's3');
const recordFile = join(runDir, 's3.json');

export function describeS3(secrets: Secrets): Lab['s3'] {
  return {
    endpoint: `http://${address}`,
    region: 'us-east-1',
    accessKeyId: secrets.s3AccessKeyId,
    secretAccessKey: secrets.s3SecretAccessKey,
    bucket: 'backups',
    dir: join(dir, 'data'),
  };
}

/** Starts versitygw on loopback, where it does not run yet, and makes the bucket. */
export async function ensureS3(secrets: Secrets): Promise<void> {
  const s3 = describeS3(secrets);
  if (s3Runs()) return;
  const file = await waitForTool('versitygw');
  for (const name of ['data', 'versions']) mkdirSync(join(dir, name), { recursive: true, mode: 0o700 });
  const env = { ...process.env, ROOT_ACCESS_KEY: s3.accessKeyId, ROOT_SECRET_KEY: s3.secretAccessKey };
  const args = [
    '--port',
    address,
    '--region',
    s3.region,
    '--quiet',
    'posix',
    '--versioning-dir',
    join(dir, 'versions'),
  ];
  const record = recordProcess(startInBackground({ file, args: [...args, s3.dir], env, log: join(logDir, 's3.log') }));
  writePrivate(recordFile, JSON.stringify(record));
  const answers = async () => {
    if (!isRunning(record)) throw new Error(`versitygw ended at once; see ${join(logDir, 's3.log')}`);
    const made = await callS3(s3, { method: 'PUT', path: `/${s3.bucket}` }).catch(() => undefined);
    return made !== undefined && [200, 409].includes(made.status);
  };
  await waitUntil(answers, { what: 'versitygw', timeoutMs: 15_000 });
}

export function s3Runs(): boolean {
  return isRunning(readRecord());
}

export async function stopS3(): Promise<void> {
  await stopProcess(readRecord());
  rmSync(recordFile, { force: true });
}

function readRecord(): ProcessRecord | undefined {
  return existsSync(recordFile) ? (JSON.parse(readFileSync(recordFile, 'utf8')) as ProcessRecord) : undefined;
}
