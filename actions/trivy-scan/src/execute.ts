import { join } from 'node:path';
import { ActionError, redact } from '@suite/core';
import type { Database } from './database.ts';
import { type Fetching, fetchJavaDatabase } from './fetch-database.ts';
import type { Inputs } from './inputs.ts';
import type { Plan } from './plan.ts';
import { provideDatabase, removeDatabase } from './provide-database.ts';
import { provideTrivy, type Trivy } from './provide-trivy.ts';
import { renderSarif } from './sarif.ts';
import { type Repairs, type Scanned, scanTargets } from './scan-targets.ts';
import { openWork, type Tools, type Work } from './work.ts';

export interface Results {
  readonly trivy: Trivy;
  readonly database: Database | undefined;
  readonly scanned: readonly Scanned[];
  /** One file, or the folder where there are several targets. */
  readonly reports: { readonly json?: string; readonly sarif?: string };
}

export async function executeScan(plan: Plan, tools: Tools, inputs: Inputs): Promise<Results> {
  if (plan.missing.length > 0) throw missingTargets(plan.missing);
  const work = await openWork(inputs, tools);
  try {
    const trivy = await provideTrivy(plan, work, tools);
    const fetching = { binary: trivy.path, work, login: inputs.registry, retries: plan.retries };
    let database = plan.database && (await provideDatabase(plan.database, fetching, tools));
    const repairs = repairsFor(plan, { fetching, tools, onDatabase: (fresh) => (database = fresh) });
    const scanned = await scanTargets(plan.scans, { places: placesOf(plan, trivy, work), work, repairs }, tools);
    return { trivy, database, scanned, reports: await writeReports(plan, { scanned, trivy }, tools) };
  } finally {
    await tools.files.remove(work.folder).catch((error) => tools.log.warning(`the work folder stays: ${error}`));
  }
}

function placesOf(plan: Plan, trivy: Trivy, work: Work) {
  const cache = plan.database?.folder ?? join(work.folder, 'cache');
  return { binary: trivy.path, empty: work.empty, cache, env: work.env };
}

/** Each repair is made once for all scans that ask for it at the same time. */
function repairsFor(
  plan: Plan,
  run: { readonly fetching: Fetching; readonly tools: Tools; readonly onDatabase: (fresh: Database) => void },
): Repairs {
  const { fetching, tools } = run;
  let java: Promise<void> | undefined;
  let corrupt: Promise<void> | undefined;
  const renew = async (why: string): Promise<void> => {
    if (!plan.database || plan.database.skipUpdate) throw corruptDatabase(why);
    tools.log.warning(`the database is corrupt (${why}); it is fetched again`);
    await removeDatabase(plan.database, tools);
    // A copy in the cache would be the same corrupt one.
    const uncached = { ...plan.database, cacheAddress: undefined };
    run.onDatabase(await provideDatabase(uncached, fetching, tools));
  };
  return {
    javaDatabase: () =>
      (java ??= plan.database ? fetchJavaDatabase(plan.database, fetching, tools) : Promise.resolve()),
    corruptDatabase: (why) => (corrupt ??= renew(why)),
  };
}

async function writeReports(
  plan: Plan,
  { scanned, trivy }: { readonly scanned: readonly Scanned[]; readonly trivy: Trivy },
  tools: Tools,
): Promise<Results['reports']> {
  const paths: { json?: string; sarif?: string } = {};
  for (const format of plan.reports) {
    for (const one of scanned) {
      const path = join(plan.reportFolder, `${one.target.id}.${format}`);
      const text =
        format === 'json'
          ? `${JSON.stringify(one.json, null, 2)}\n`
          : renderSarif(one.target, one.findings, trivy.version);
      await tools.files.write(path, redact(text));
      paths[format] = scanned.length === 1 ? path : plan.reportFolder;
    }
  }
  return paths;
}

function missingTargets(missing: readonly string[]): ActionError {
  const hint = 'targets are relative to the checkout: is there a checkout step before this one?';
  return new ActionError(`${missing.join(', ')} does not exist`, { code: 'E_TARGET_NOT_FOUND', hint });
}

function corruptDatabase(why: string): ActionError {
  const hint = 'leave skip-db-update out, so that it can be fetched again';
  return new ActionError(`the database is corrupt: ${why}`, { code: 'E_DB', hint });
}
