import { join } from 'node:path';
import { databaseCommand } from './commands.ts';
import { type DatabaseFailure, databaseError, databaseFailure } from './failures.ts';
import type { RegistryLogin } from './inputs.ts';
import type { DatabasePlan } from './plan.ts';
import type { Tools, Work } from './work.ts';

/** What every fetch of a run shares. */
export interface Fetching {
  readonly binary: string;
  readonly work: Work;
  readonly login: RegistryLogin | undefined;
  readonly retries: number;
}

/** Fetches one database from one repository in a process of its own; gives the failure, or nothing. */
export async function fetchDatabase(
  from: {
    readonly repository: string;
    readonly kind: 'vulnerabilities' | 'java';
    readonly folder: string;
    readonly timeoutMs: number;
  },
  fetching: Fetching,
  tools: Tools,
): Promise<DatabaseFailure | undefined> {
  const { empty, env } = fetching.work;
  const places = { binary: fetching.binary, empty, cache: from.folder, env, timeoutMs: from.timeoutMs };
  const result = await tools.exec.run(databaseCommand(from.repository, from.kind, places), tools.signal);
  tools.log.debug(result.stderr);
  return result.code === 0 ? undefined : databaseFailure(from.repository, result);
}

/** Fetches the index of Java archives, which only scans that met a .jar need. @throws E_DB */
export async function fetchJavaDatabase(plan: DatabasePlan, fetching: Fetching, tools: Tools): Promise<void> {
  if (plan.skipUpdate)
    throw databaseError('Java database', [
      { repository: join(plan.folder, 'java-db'), cause: 'there is none and skip-db-update is set', temporary: false },
    ]);
  const failures: DatabaseFailure[] = [];
  for (const [index, repository] of plan.javaRepositories.entries()) {
    const timeoutMs = Math.ceil(fetching.work.remainingMs() / (plan.javaRepositories.length - index + 1));
    const failure = await fetchDatabase({ repository, kind: 'java', folder: plan.folder, timeoutMs }, fetching, tools);
    if (!failure) return;
    failures.push(failure);
  }
  throw databaseError('Java database', failures);
}
