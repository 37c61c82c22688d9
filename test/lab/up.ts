import { existsSync } from 'node:fs';
import { installMissing } from './apt.ts';
import { ensureBaseArchive, ensureBaseImage } from './base-image.ts';
import { caFile, ensureAuthority, ensureServerCertificate } from './certificates.ts';
import { bake, compose, composeEnv } from './compose.ts';
import { describeLab } from './describe.ts';
import { down, removeObjects } from './down.ts';
import { currentEngine, type Engine, engineEnv, ensureEngine, ownEngineRuns, requireEngine } from './engine.ts';
import { hasInstalledEngine } from './engine-install.ts';
import { registryHosts, writeHostFiles } from './hosts.ts';
import { alone, hold, holder } from './lock.ts';
import { fillMirror } from './mirror.ts';
import { hasManifest } from './oci.ts';
import { cloneDir, isRoot, labDir } from './paths.ts';
import { runnerPrograms } from './programs.ts';
import { ensureS3 } from './s3.ts';
import { makeSecrets, type Secrets } from './secrets.ts';
import { run } from './shell.ts';
import { writeSshConfig } from './ssh.ts';
import { writeLab } from './state.ts';
import { step } from './step.ts';
import { toolNames } from './tool-recipes.ts';
import { linkTool, startToolBuilds } from './tools.ts';
import { pushTrivyDb, trivyDbReference } from './trivy-db.ts';
import { trustAuthority } from './trust.ts';

/** Brings the whole lab up; what already runs is left alone. */
export function up(): Promise<void> {
  return alone(async () => {
    await requireEngine();
    await refuseSecondClone();
    hold();
    await step('programs of the runner', () => installMissing(runnerPrograms));
    await step('tools: builds in the background', prepareTools);
    const secrets = await step('secrets, keys, certificates', prepareFiles);
    const engine = await startEngine();
    const env = composeEnv(engine, secrets);
    await step('images', () => bake(env));
    await Promise.all([startServers(engine, secrets, env), step('s3', () => ensureS3(secrets))]);
  });
}

async function refuseSecondClone(): Promise<void> {
  const clone = holder();
  if (clone === undefined) return;
  if (clone === cloneDir) {
    // Somebody emptied .lab under a running lab: its servers hold keys that nobody has any more.
    if (!existsSync(caFile)) await step('leftovers of a lab without its files', down);
    return;
  }
  if (existsSync(clone) && (await serversRun())) {
    throw new Error(`The lab of this machine belongs to ${clone}: run \`pnpm lab down\` there first.`);
  }
  await step(`leftovers of ${clone}`, down);
}

async function serversRun(): Promise<boolean> {
  const engine = await currentEngine();
  if (engine === undefined) return false;
  const list = ['ps', '-q', '--filter', 'label=lab=1'];
  return (await run('docker', list, { env: engineEnv(engine) })) !== '';
}

async function prepareTools(): Promise<void> {
  await startToolBuilds();
  for (const name of toolNames) linkTool(name);
}

async function prepareFiles(): Promise<Secrets> {
  const secrets = await makeSecrets();
  await ensureAuthority();
  await Promise.all([
    ensureServerCertificate(`${labDir}/registry`, ['10.77.0.2', '127.0.0.1', 'localhost', 'registry.lab']),
    ensureServerCertificate(`${labDir}/mirror`, ['10.77.0.7', '127.0.0.1', 'localhost', 'mirror.lab']),
  ]);
  writeHostFiles();
  return secrets;
}

async function startEngine(): Promise<Engine> {
  const fresh = !ownEngineRuns();
  // Fetching the engine and making the base image are the two long parts of a first start.
  const base = isRoot && fresh && !hasInstalledEngine() ? ensureBaseArchive() : Promise.resolve();
  const [engine] = await Promise.all([step('engine', ensureEngine), step('base archive', () => base)]);
  if (engine.own && fresh) await step('leftovers in the engine', () => removeObjects(engine));
  await step('base image', () => ensureBaseImage(engine));
  return engine;
}

async function startServers(engine: Engine, secrets: Secrets, env: NodeJS.ProcessEnv): Promise<void> {
  await step('servers', () => compose(['up', '-d', '--wait', '--wait-timeout', '90'], env));
  if (!engine.own) await step('trust in the lab authority', () => trustAuthority(env, registryHosts));
  const lab = await describeLab(engine, secrets, env);
  writeSshConfig(lab);
  writeLab(lab);
  await Promise.all([
    step('mirror: images', () => fillMirror(env)),
    step('mirror: vulnerability database', ensureTrivyDb),
  ]);
}

async function ensureTrivyDb(): Promise<void> {
  if (!(await hasManifest(trivyDbReference))) await pushTrivyDb();
}
