import { readFileSync } from 'node:fs';
import type { Lab } from '../state.ts';

/** What a user would write under Settings → Secrets and variables. */
export interface Settings {
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What differs from one pipeline of the tests to the next. */
export interface Target {
  readonly databaseUrl: string;
  readonly bucketPrefix?: string;
  readonly ageRecipient: string;
  readonly trivyDb: string;
}

/** Settings of the flagship that make the lab its production. */
export function flagshipSettings(lab: Lab, target: Target): Settings {
  const host = lab.hosts.a;
  return {
    vars: {
      IMAGE: `${lab.registry.host}/acme/app`,
      REGISTRY_USER: lab.registry.username,
      DEPLOY_HOST: `${host.user}@${host.address}`,
      SSH_KNOWN_HOSTS: host.knownHosts.trim(),
      APP_URL: `http://${host.address}`,
      BACKUP_BUCKET: lab.s3.bucket,
      BACKUP_AGE_RECIPIENT: target.ageRecipient,
      S3_ENDPOINT: lab.s3.endpoint,
      S3_REGION: lab.s3.region,
      TRIVY_PATH: lab.tools.trivy,
      TRIVY_DB_REPOSITORY: target.trivyDb,
    },
    secrets: {
      GITHUB_TOKEN: 'no-github-here',
      REGISTRY_PASSWORD: lab.registry.password,
      SSH_KEY: readFileSync(lab.sshKeyFile, 'utf8').trim(),
      DATABASE_URL: target.databaseUrl,
      REDIS_URL: `redis://${lab.redis.host}:${lab.redis.port}/0`,
      S3_ACCESS_KEY_ID: lab.s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: lab.s3.secretAccessKey,
    },
  };
}

/** Settings as act reads them from a file: `NAME="value"`, newlines escaped. */
export function formatSettings(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('');
}
