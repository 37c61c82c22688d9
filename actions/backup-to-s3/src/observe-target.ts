import { basename, resolve } from 'node:path';
import type { Ports } from '@suite/core';
import type { TargetFacts } from './facts.ts';
import type { Inputs } from './inputs.ts';
import type { RestoreInputs } from './inputs-restore.ts';
import { askLines, askServer, findClients } from './observe-postgres.ts';
import { contentOf } from './ports/folders.ts';
import { CONTENT_SQL } from './postgres-sql.ts';

/** What is already in the place that a backup is restored to. */
export async function observeTarget(restore: RestoreInputs, { env }: Inputs, ports: Ports): Promise<TargetFacts> {
  const { target, path = '' } = restore;
  if (target === undefined) {
    const whole = resolve(path);
    return { content: await contentOf(whole), confirmName: basename(whole), label: path };
  }
  const found = await findClients(env, ports);
  const server = await askServer(target, { found, env }, ports);
  const content = await askLines(target, { found, env, sql: CONTENT_SQL }, ports);
  const clients = [...found].sort((a, b) => b.major - a.major)[0];
  const common = { content, confirmName: target.database, label: target.label, server };
  return clients ? { ...common, clients } : common;
}
