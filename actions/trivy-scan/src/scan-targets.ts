import { join } from 'node:path';
import { ActionError } from '@suite/core';
import { type Places, type Scan, scanCommand } from './commands.ts';
import { scanFailure } from './failures.ts';
import { readFindings, type ScanFacts } from './findings.ts';
import { formatCounts } from './gate.ts';
import { maskReport } from './mask.ts';
import { parseScanJson, type ScanJson } from './scan-json.ts';
import { formatTarget } from './targets.ts';
import type { Tools, Work } from './work.ts';

/** One target that was scanned: what was found, and the report without secrets. */
export interface Scanned extends ScanFacts {
  readonly json: unknown;
}

/** How a scan gets what only shows to be missing while it runs. Both throw where that cannot be had. */
export interface Repairs {
  readonly javaDatabase: () => Promise<void>;
  readonly corruptDatabase: (why: string) => Promise<void>;
}

/** Scans of one run at the same time: the database is shared, each needs 200 MB of memory. */
const SIDE_BY_SIDE = 2;

/** Scans every target, in the order of the plan. */
export async function scanTargets(
  scans: readonly Scan[],
  run: { readonly places: Places; readonly work: Work; readonly repairs: Repairs },
  tools: Tools,
): Promise<readonly Scanned[]> {
  const scanned = new Map<Scan, Scanned>();
  const waiting = [...scans];
  const worker = async (): Promise<void> => {
    for (let scan = waiting.shift(); scan; scan = waiting.shift()) {
      const facts = await scanTarget(scan, run, tools);
      tools.log.info(formatScanned(facts));
      scanned.set(scan, facts);
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, worker));
  for (const end of workers) if (end.status === 'rejected') throw end.reason;
  return scans.flatMap((scan) => scanned.get(scan) ?? []);
}

/** `scanned fs:.: 2 CRITICAL, 1 LOW; 31 packages`: one line of the log for each target. */
function formatScanned({ target, findings, packages }: ScanFacts): string {
  return `scanned ${formatTarget(target)}: ${formatCounts(findings)}; ${packages} packages`;
}

async function scanTarget(
  scan: Scan,
  run: { readonly places: Places; readonly work: Work; readonly repairs: Repairs },
  tools: Tools,
): Promise<Scanned> {
  const output = join(run.work.folder, `${scan.target.id}.json`);
  const repaired = new Set<string>();
  for (;;) {
    const command = scanCommand(scan, run.places, { output, timeoutMs: run.work.remainingMs() });
    const result = await tools.exec.run(command, tools.signal);
    tools.log.debug(result.stderr);
    if (result.code === 0) return readReport(scan, output, tools);
    const failure = scanFailure(scan.target, result);
    if (failure.kind === 'error') throw failure.error;
    if (repaired.has(failure.kind))
      throw new ActionError(`the ${failure.kind} stayed: ${failure.text}`, { code: 'E_DB' });
    repaired.add(failure.kind);
    await (failure.kind === 'java database' ? run.repairs.javaDatabase() : run.repairs.corruptDatabase(failure.text));
  }
}

/** The raw report holds what Trivy shows in clear: it is read, removed, and only its masked form goes on. */
async function readReport(scan: Scan, output: string, tools: Tools): Promise<Scanned> {
  const text = await tools.files.readText(output);
  await tools.files.remove(output);
  const json = maskReport(parseReport(scan, text ?? '')) as ScanJson;
  return { ...readFindings(scan.target, json), json };
}

function parseReport(scan: Scan, text: string): ScanJson {
  try {
    return parseScanJson(text);
  } catch (error) {
    const message = `the report on ${scan.target.name} cannot be read: ${error instanceof Error ? error.message : error}`;
    throw new ActionError(message, {
      code: 'E_REPORT',
      hint: 'is trivy-path or version a Trivy of another generation?',
    });
  }
}
