import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Lab } from '../state.ts';
import { labVulnerabilities, pushTrivyDb } from '../trivy-db.ts';
import { type PipelineResult, type RunningPipeline, startWorkflow, type WorkflowRun } from './act.ts';
import { clearHost, databaseUrl, dropDatabase, makeDatabase, seedDatabase } from './production.ts';
import { makeRepository, type Repository } from './repository.ts';
import { flagshipSettings, type Settings } from './settings.ts';
import { dropBucket, makeBucket } from './stores.ts';

/** A production of its own in the lab: repository, image name, database, bucket, key, and host-a made new. */
export interface ProductionLine {
  readonly lab: Lab;
  readonly repository: Repository;
  /** Name of the image's repository in the registry. */
  readonly image: string;
  readonly database: string;
  readonly bucket: string;
  readonly identity: string;
  readonly settings: Settings;
  /** Loopback address through which the host's proxy is reached. */
  readonly url: string;
  readonly start: (options?: Partial<WorkflowRun>) => RunningPipeline;
  readonly run: (options?: Partial<WorkflowRun>) => Promise<PipelineResult>;
  /** What the application says its version is; undefined where nobody answers. */
  readonly version: () => Promise<string | undefined>;
  readonly dispose: () => Promise<void>;
}

const workflow = 'workflows-examples/deploy-vps-compose.yml';

/** The base image has findings in the lab's own database; a production that is kept up to date has none. */
const cleanDb = '10.77.0.7:5000/clean/trivy-db:2';

/** Sets a production up in a lab that is up. */
export async function makeProductionLine(lab: Lab, name: string): Promise<ProductionLine> {
  const folder = join(lab.dir, 'pipeline', `${name}-${randomBytes(3).toString('hex')}`);
  const image = `${name}-${randomBytes(3).toString('hex')}/app`;
  const [repository, database, bucket] = await Promise.all([
    makeRepository(folder, lab.tools.app),
    makeDatabase(lab, name.replaceAll('-', '_')),
    makeBucket(lab, name),
    pushTrivyDb(cleanDb, { content: { ...labVulnerabilities, 'debian 12': {} } }),
    clearHost(lab, 'a', 'app'),
  ]);
  await seedDatabase(lab, database);
  const identity = await generateX25519Identity();
  const ageRecipient = await identityToRecipient(identity);
  const common = flagshipSettings(lab, { databaseUrl: databaseUrl(lab, database), ageRecipient, trivyDb: cleanDb });
  const vars = { ...common.vars, IMAGE: `${lab.registry.host}/${image}`, BACKUP_BUCKET: bucket };
  const settings = { ...common, vars };
  const start = (options: Partial<WorkflowRun> = {}): RunningPipeline =>
    startWorkflow({ lab, repository: folder, workflow, settings, ...options });
  const url = `http://127.0.0.1:${lab.hosts.a.httpPort}`;
  return {
    lab,
    repository,
    image,
    database,
    bucket,
    identity,
    settings,
    url,
    start,
    run: (options) => start(options).done,
    version: () => servedVersion(url),
    dispose: async () => {
      rmSync(folder, { recursive: true, force: true });
      await Promise.all([clearHost(lab, 'a', 'app'), dropBucket(lab, bucket)]);
      await dropDatabase(lab, database);
    },
  };
}

async function servedVersion(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/version`, { signal: AbortSignal.timeout(5_000) });
    return ((await response.json()) as { version: string }).version;
  } catch {
    return undefined;
  }
}
