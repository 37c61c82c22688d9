import { existsSync } from 'node:fs';
import { currentEngine, engineEnv } from './engine.ts';
import { holder } from './lock.ts';
import { cloneDir, labFile } from './paths.ts';
import { isRunning } from './processes.ts';
import { s3Runs } from './s3.ts';
import { run } from './shell.ts';
import { readLab } from './state.ts';
import { toolNames, toolRecipe } from './tool-recipes.ts';
import { buildRecord, toolFile } from './tools.ts';

type Row = readonly [part: string, state: string, where: string];

/** Prints what runs, and where. */
export async function printStatus(): Promise<void> {
  const clone = holder();
  if (clone !== undefined && clone !== cloneDir) console.log(`The lab of this machine belongs to ${clone}.`);
  const rows: Row[] = [...(await engineRows()), s3Row(), ...toolRows()];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

async function engineRows(): Promise<Row[]> {
  const engine = await currentEngine();
  if (engine === undefined) return [['engine', 'stopped', '']];
  const env = engineEnv(engine);
  const format = '{{.Names}}\t{{.Status}}\t{{.Ports}}';
  const listed = await run('docker', ['ps', '-a', '--filter', 'label=lab=1', '--format', format], { env });
  const servers = listed.split('\n').filter(Boolean).sort();
  const parsed = servers.map((line): Row => {
    const [name = '', state = '', ports = ''] = line.split('\t');
    const part = name.replace(/^lab-/, '');
    return [part, state, [addresses[part], ports].filter(Boolean).join('  ')];
  });
  return [['engine', engine.own ? "running, the lab's own" : 'running', engine.dockerHost], ...parsed];
}

const addresses: Readonly<Record<string, string>> = {
  registry: '10.77.0.2:5000',
  mirror: '10.77.0.7:5000',
  postgres: '10.77.0.5:5432',
  redis: '10.77.0.6:6379',
  'host-a': '10.77.0.11:22',
  'host-b': '10.77.0.12:22',
  'host-c': '10.77.0.13:22',
};

function s3Row(): Row {
  return ['s3', s3Runs() ? 'running' : 'stopped', existsSync(labFile) && s3Runs() ? readLab().s3.endpoint : ''];
}

function toolRows(): Row[] {
  const building = isRunning(buildRecord());
  return toolNames
    .filter((name) => toolRecipe(name).available)
    .map((name) => [name, existsSync(toolFile(name)) ? 'built' : building ? 'being built' : 'missing', toolFile(name)]);
}
