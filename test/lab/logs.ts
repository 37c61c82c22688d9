import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentEngine, engineEnv } from './engine.ts';
import { logDir } from './paths.ts';
import { attempt, run } from './shell.ts';
import { buildLog } from './tools.ts';

const files: Readonly<Record<string, string>> = {
  engine: join(logDir, 'engine.log'),
  s3: join(logDir, 's3.log'),
  tools: buildLog,
};

/** Prints the end of a part's log; without a part, the names of all that have one. */
export async function printLogs(part?: string): Promise<void> {
  const engine = await currentEngine();
  const env = engine === undefined ? undefined : engineEnv(engine);
  if (part === undefined) {
    const names =
      env && (await run('docker', ['ps', '-a', '--filter', 'label=lab=1', '--format', '{{.Names}}'], { env }));
    console.log(
      [...Object.keys(files), ...(names ?? '').replaceAll(/^lab-/gm, '').split('\n')].filter(Boolean).join('\n'),
    );
    return;
  }
  const file = files[part];
  if (file !== undefined) {
    console.log(
      existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-200).join('\n') : `${file}: nothing yet`,
    );
    return;
  }
  if (env === undefined) throw new Error('The lab is not up: run `pnpm lab up`.');
  const result = await attempt('docker', ['logs', '--tail', '200', `lab-${part}`], { env });
  console.log(result.stdout + result.stderr);
  if (result.code !== 0) throw new Error(`No part is called ${part}; \`pnpm lab logs\` names them.`);
}
