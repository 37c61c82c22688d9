import type { Ports } from '@suite/core';
import { hurlCommand } from './hurl-command.ts';
import { type HurlError, type HurlFile, parseHurlErrors, parseHurlReport } from './hurl-report.ts';
import { hurlResults } from './hurl-results.ts';
import type { Plan } from './plan.ts';
import { provideHurl } from './provide-hurl.ts';
import type { CheckResult } from './results.ts';
import { CANCELLED, isOver, type Run } from './run-check.ts';
import { schedule } from './schedule.ts';

interface Ran {
  readonly report: readonly HurlFile[];
  readonly errors: readonly HurlError[];
}

/** Runs each hurl file by a hurl of its own, as one that cannot be read ends all of a call; a result for each request. */
export async function runHurl(run: Run, firstId: number, ports: Ports): Promise<readonly CheckResult[]> {
  const { plan, leftMs } = run;
  if (plan.hurlFiles.length === 0) return [];
  if (isOver(run)) return skipAll(plan, firstId, ports.signal.aborted ? CANCELLED : 'the time of timeout was over');
  // What hurl leaves holds answers and the client's key: it goes whatever happens.
  const folder = await ports.files.makeTemporaryFolder('smoke-hurl');
  try {
    const { searchPath } = plan.inputs;
    const program = await provideHurl({ searchPath, platform: plan.facts.platform, folder, leftMs }, ports, run.http);
    await writePems(plan, folder, ports);
    const ran: Ran[] = [];
    const files = plan.hurlFiles.map((_, id) => ({ id, needs: [] }));
    await schedule(files, plan.inputs.concurrency, async (id) => {
      const places = { program, folder, reports: `${folder}/${id}`, timeoutMs: Math.max(1, leftMs()) };
      const command = hurlCommand(plan, plan.hurlFiles[id] ?? '', places);
      const { stderr } = await ports.exec.run(command, ports.signal);
      const report = parseHurlReport(await ports.files.readText(`${folder}/${id}/report.json`));
      ran.push({ report, errors: parseHurlErrors(stderr) });
    });
    if (ports.signal.aborted) return skipAll(plan, firstId, CANCELLED);
    const [report, errors] = [ran.flatMap((one) => one.report), ran.flatMap((one) => one.errors)];
    return hurlResults({ files: plan.hurlFiles, report, errors, firstId, nowMs: ports.clock.now() });
  } finally {
    await ports.files.remove(folder);
  }
}

async function writePems({ facts }: Plan, folder: string, { files }: Ports): Promise<void> {
  const { ca, clientCertificate, clientKey } = facts.tls;
  if (ca !== undefined) await files.write(`${folder}/ca.pem`, ca);
  if (clientCertificate !== undefined) await files.write(`${folder}/client.pem`, clientCertificate);
  if (clientKey !== undefined) await files.write(`${folder}/client.key`, clientKey, 0o600);
}

function skipAll({ hurlFiles }: Plan, firstId: number, reason: string): readonly CheckResult[] {
  return hurlFiles.map((path, index) => ({
    ...{ id: firstId + index, name: path, request: path, place: { file: path, line: 1 } },
    ...{ status: 'skipped', reason, samples: [], versions: [] },
  }));
}
