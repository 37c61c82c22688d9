import { join } from 'node:path';
import type { DatabasePlan } from './plan.ts';
import type { Tools } from './work.ts';

const PROBE_MS = 5_000;

/** True where the runner's cache had the database; it then lies in place. A cache that fails is only told. */
export async function restoreDatabase(plan: DatabasePlan, digest: string, tools: Tools): Promise<boolean> {
  if (!(await isAlive(plan, tools))) return false;
  try {
    const hit = await tools.outside.restoreFromCache(join(plan.folder, 'db'), cacheKey(digest));
    if (hit) tools.log.info(`database: ${digest} from the cache`);
    return hit;
  } catch (error) {
    tools.log.notice(`N_CACHE: the cache was not read: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

/** Keeps the database for other jobs. A cache that fails is only told. */
export async function saveDatabase(plan: DatabasePlan, digest: string, tools: Tools): Promise<void> {
  if (!(await isAlive(plan, tools))) return;
  try {
    await tools.outside.saveToCache(join(plan.folder, 'db'), cacheKey(digest));
  } catch (error) {
    tools.log.notice(`N_CACHE: the database was not cached: ${error instanceof Error ? error.message : error}`);
  }
}

/** The key is the database itself, not a date: two jobs with one key have the same findings. */
function cacheKey(digest: string): string {
  return `trivy-scan-db-2-${digest.replace('sha256:', '')}`;
}

async function isAlive(plan: DatabasePlan, tools: Tools): Promise<boolean> {
  if (plan.cacheAddress === undefined) return false;
  if (await tools.outside.cacheAnswers(plan.cacheAddress, PROBE_MS)) return true;
  tools.log.notice('N_CACHE: the cache of the runner does not answer; the database comes from its repository');
  return false;
}
