import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, engineEnv, engineToClean, stopOwnEngine } from './engine.ts';
import { registryHosts } from './hosts.ts';
import { alone, holder, release } from './lock.ts';
import { cloneDir, labDir, runDir } from './paths.ts';
import { stopProcess } from './processes.ts';
import { stopS3 } from './s3.ts';
import { run } from './shell.ts';
import { step } from './step.ts';
import { buildRecord } from './tools.ts';
import { distrustAuthority } from './trust.ts';

/** Takes down this clone's lab; the caches stay. */
export function downAlone(): Promise<void> {
  return alone(async () => {
    const clone = holder();
    if (clone !== undefined && clone !== cloneDir && existsSync(clone)) {
      throw new Error(`The lab of this machine belongs to ${clone}: run \`pnpm lab down\` there.`);
    }
    await down();
  });
}

/** Leaves no process, container, volume, network, mount, certificate or firewall rule. */
export async function down(): Promise<void> {
  await step('s3 and builds stopped', async () => {
    await Promise.all([stopS3(), stopProcess(buildRecord(), 10_000, true)]);
  });
  const engine = await engineToClean();
  if (engine !== undefined) await step('servers, networks, volumes removed', () => removeObjects(engine));
  if (engine !== undefined && !engine.own) await distrustAuthority(engineEnv(engine), registryHosts);
  await step('engine stopped', stopOwnEngine);
  for (const name of existsSync(labDir) ? readdirSync(labDir) : []) {
    if (name !== 'logs') rmSync(join(labDir, name), { recursive: true, force: true });
  }
  for (const name of existsSync(runDir) ? readdirSync(runDir) : []) {
    if (name !== 'busy.json') rmSync(join(runDir, name), { recursive: true, force: true });
  }
  release();
}

/** Removes what the lab and its tests made: all there is in an engine of our own, else what carries our label. */
export async function removeObjects(engine: Engine): Promise<void> {
  const env = engineEnv(engine);
  const filter = engine.own ? [] : ['--filter', 'label=lab=1'];
  const list = async (args: readonly string[]) =>
    (await run('docker', [...args, ...filter], { env })).split('\n').filter(Boolean);
  const containers = await list(['ps', '-aq']);
  if (containers.length > 0) await run('docker', ['rm', '-f', '-v', ...containers], { env });
  const networks = await list(['network', 'ls', '-q', '--filter', 'type=custom']);
  if (networks.length > 0) await run('docker', ['network', 'rm', ...networks], { env });
  const volumes = await list(['volume', 'ls', '-q']);
  if (volumes.length > 0) await run('docker', ['volume', 'rm', '-f', ...volumes], { env });
}
