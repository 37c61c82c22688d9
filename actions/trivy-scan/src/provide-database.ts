import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ActionError } from '@suite/core';
import { restoreDatabase, saveDatabase } from './cached-database.ts';
import { ageProblem, type Database, type DatabaseFiles, isCurrent, judgeDatabase } from './database.ts';
import { type DatabaseFailure, databaseError } from './failures.ts';
import { type Fetching, fetchDatabase } from './fetch-database.ts';
import type { DatabasePlan } from './plan.ts';
import type { Tools } from './work.ts';

const START_BYTES = 64 * 1024 + 128;
const PROBE_MS = 10_000;

/** Makes a usable vulnerability database be there, or says why there is none. */
export async function provideDatabase(plan: DatabasePlan, fetching: Fetching, tools: Tools): Promise<Database> {
  const database = plan.skipUpdate ? await localDatabase(plan, tools) : await currentDatabase(plan, fetching, tools);
  const problem = ageProblem(database, plan.maxAgeMs, tools.clock.now());
  if (problem === undefined) return database;
  if (!plan.allowStale) {
    const hint = 'let the action update it, raise max-db-age, or set allow-stale-db: true';
    throw new ActionError(problem, { code: 'E_DB_STALE', hint });
  }
  tools.log.warning(`W_DB_STALE: ${problem}`);
  return database;
}

/** The database of this machine, or the reason why it cannot be used. */
export async function readLocal(plan: DatabasePlan, tools: Tools): Promise<Database | string> {
  return judgeDatabase(await readFiles(join(plan.folder, 'db'), tools), plan.publicOne);
}

async function localDatabase(plan: DatabasePlan, tools: Tools): Promise<Database> {
  const local = await readLocal(plan, tools);
  if (typeof local !== 'string') return local;
  const hint = 'leave skip-db-update out once, so that a database is fetched';
  const message = `skip-db-update is set and the database in ${join(plan.folder, 'db')} cannot be used: ${local}`;
  throw new ActionError(message, { code: 'E_DB', hint });
}

async function currentDatabase(plan: DatabasePlan, fetching: Fetching, tools: Tools): Promise<Database> {
  const failures: DatabaseFailure[] = [];
  for (let attempt = 0; attempt <= fetching.retries && !tools.signal.aborted; attempt++) {
    failures.length = 0;
    for (const [index, repository] of plan.repositories.entries()) {
      const share = Math.ceil(fetching.work.remainingMs() / (plan.repositories.length - index + 1));
      const answer = await fromRepository(repository, plan, { fetching, tools, timeoutMs: share });
      if ('updatedMs' in answer) return answer;
      failures.push(answer);
      tools.log.info(`database: ${repository}: ${answer.cause}`);
    }
    if (!failures.some((failure) => failure.temporary)) break;
    if (attempt < fetching.retries) await tools.clock.sleep(Math.min(20_000, 1_000 * 2 ** attempt), tools.signal);
  }
  const local = await readLocal(plan, tools);
  if (typeof local === 'string') throw databaseError('vulnerability database', failures);
  const asked = failures.map(({ repository, cause }) => `${repository}: ${cause}`).join('; ');
  tools.log.warning(`W_DB_STALE: the database was not updated (${asked}); the one of this machine is used`);
  return local;
}

async function fromRepository(
  repository: string,
  plan: DatabasePlan,
  { fetching, tools, timeoutMs }: { fetching: Fetching; tools: Tools; timeoutMs: number },
): Promise<Database | DatabaseFailure> {
  const ask = { login: fetching.login, timeoutMs: Math.min(PROBE_MS, Math.ceil(timeoutMs / 2)), signal: tools.signal };
  const digest = await tools.outside.manifestDigest(repository, ask);
  const local = await readLocal(plan, tools);
  if (typeof local !== 'string' && isCurrent(local, { repository, digest }, tools.clock.now())) return local;
  if (digest && (await restoreDatabase(plan, digest, tools))) {
    const restored = await readLocal(plan, tools);
    if (typeof restored !== 'string') return restored;
    tools.log.notice(`the cached database cannot be used: ${restored}`);
  }
  const incoming = join(plan.folder, `incoming-${randomUUID().slice(0, 8)}`);
  try {
    const failure = await fetchDatabase(
      { repository, kind: 'vulnerabilities', folder: incoming, timeoutMs },
      fetching,
      tools,
    );
    if (failure) return failure;
    const judged = judgeDatabase(await readFiles(join(incoming, 'db'), tools), plan.publicOne);
    if (typeof judged === 'string')
      return { repository, cause: `what it serves cannot be used: ${judged}`, temporary: false };
    await putInPlace({ folder: join(incoming, 'db'), repository, digest }, plan, tools);
    if (digest) await saveDatabase(plan, digest, tools);
    return { ...judged, repository, ...(digest ? { digest } : {}) };
  } finally {
    await tools.files.remove(incoming);
  }
}

/** Trivy keeps no word of where a database came from, so that is written beside it. */
async function putInPlace(
  incoming: { readonly folder: string; readonly repository: string; readonly digest: string | undefined },
  plan: DatabasePlan,
  tools: Tools,
): Promise<void> {
  const { folder, ...source } = incoming;
  await tools.files.write(join(folder, 'source.json'), JSON.stringify(source));
  await removeDatabase(plan, tools);
  await tools.exec.output({ file: 'mv', args: [folder, join(plan.folder, 'db')] });
}

export async function removeDatabase(plan: DatabasePlan, tools: Tools): Promise<void> {
  await tools.files.remove(join(plan.folder, 'db'));
}

async function readFiles(folder: string, tools: Tools): Promise<DatabaseFiles> {
  const path = join(folder, 'trivy.db');
  const [metadata, source] = await Promise.all(
    ['metadata.json', 'source.json'].map((name) => tools.files.readText(join(folder, name))),
  );
  const there = (await tools.files.facts(path)) !== undefined;
  const { start, size } = there
    ? await tools.outside.readStart(path, START_BYTES)
    : { start: new Uint8Array(), size: 0 };
  return { metadata: there ? metadata : undefined, source, start, size };
}
