import { type Ports, toActionError } from '@suite/core';
import { onOneLine } from './evaluate.ts';
import { type HurlPlaces, hurlCommand } from './hurl-command.ts';
import { type HurlRan, hurlResults } from './hurl-results.ts';
import type { Plan } from './plan.ts';
import { provideHurl } from './provide-hurl.ts';
import type { CheckResult } from './results.ts';
import { CANCELLED, isOver, type Run } from './run-check.ts';
import { schedule } from './schedule.ts';

/** A result for each request of each hurl file. What keeps a file from being run is its failed result. */
export async function runHurl(run: Run, firstId: number, ports: Ports): Promise<readonly CheckResult[]> {
  const { plan, leftMs } = run;
  if (plan.hurlFiles.length === 0) return [];
  if (isOver(run)) return skipAll(plan, firstId, ports.signal.aborted ? CANCELLED : 'the time of timeout was over');
  // What hurl leaves holds answers and the client's key: it goes whatever happens.
  const folder = await ports.files.makeTemporaryFolder('smoke-hurl');
  try {
    const { searchPath } = plan.inputs;
    const seeking = { searchPath, platform: plan.facts.platform, folder, leftMs };
    const provided = provideHurl(seeking, ports, run.http).then(async (program) => {
      await writePems(plan, folder, ports);
      return program;
    });
    const ran: HurlRan[] = plan.hurlFiles.map((file) => ({ file, report: undefined, stderr: '', problem: undefined }));
    const files = ran.map((_, id) => ({ id, needs: [] }));
    await schedule(files, plan.inputs.concurrency, async (id) => {
      const { file } = ran[id] ?? { file: '' };
      ran[id] = await provided
        .then((program) => runFile({ file, reports: `${folder}/${id}`, program, folder }, run, ports))
        .catch((error) => ({ file, report: undefined, stderr: '', problem: onOneLine(toActionError(error)) }));
    });
    if (ports.signal.aborted) return skipAll(plan, firstId, CANCELLED);
    return hurlResults(ran, { firstId, nowMs: ports.clock.now() });
  } finally {
    await ports.files.remove(folder);
  }
}

/** Each file by a hurl of its own, as one that cannot be read ends all of a call. */
async function runFile(
  { file, ...places }: Omit<HurlPlaces, 'timeoutMs'> & { readonly file: string },
  { plan, leftMs }: Run,
  { exec, files, signal }: Ports,
): Promise<HurlRan> {
  const command = hurlCommand(plan, file, { ...places, timeoutMs: Math.max(1, leftMs()) });
  const { code, stderr } = await exec.run(command, signal);
  const problem = code === 0 ? undefined : code === null ? 'hurl was ended by a signal' : `hurl exits ${code}`;
  return { file, report: await files.readText(`${places.reports}/report.json`), stderr, problem };
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
