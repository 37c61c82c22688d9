import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { marked } from 'marked';
import type { PipelineResult } from './act.ts';

/** One run of a pipeline with a title, for the page. */
export interface ReportedRun {
  readonly title: string;
  readonly result: Pick<PipelineResult, 'steps' | 'summaries' | 'ms' | 'exitCode'>;
}

/** Writes one HTML page from the job summaries of several runs, as a person would see them on a run's page. */
export async function writeReportPage(file: string, runs: readonly ReportedRun[]): Promise<void> {
  const sections = await Promise.all(runs.map(section));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page(sections.join('\n')));
}

async function section({ title, result }: ReportedRun): Promise<string> {
  const steps = result.steps.map(
    ({ job, step, stage, result: outcome, ms }) =>
      `<tr class="${outcome}"><td>${escapeHtml(job)}</td><td>${escapeHtml(step)}</td><td>${stage}</td><td>${outcome}</td><td>${(ms / 1000).toFixed(1)} s</td></tr>`,
  );
  const summaries = await Promise.all(
    result.summaries.map(
      async ({ step, markdown }) => `<article><h3>${escapeHtml(step)}</h3>${await marked(markdown)}</article>`,
    ),
  );
  const verdict = result.exitCode === 0 ? 'green' : 'red';
  return `<section><h2 class="${verdict}">${escapeHtml(title)} — ${verdict} in ${(result.ms / 1000).toFixed(0)} s</h2>
<details><summary>steps</summary><table><tr><th>job</th><th>step</th><th>stage</th><th>result</th><th>time</th></tr>${steps.join('')}</table></details>
${summaries.join('\n')}</section>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pipeline report</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
  h2 { border-bottom: 2px solid #d1d9e0; padding-bottom: .3rem; } .green { color: #1a7f37; } .red { color: #d1242f; }
  table { border-collapse: collapse; margin: .5rem 0; } td, th { border: 1px solid #d1d9e0; padding: .2rem .6rem; text-align: left; }
  article { border-left: 3px solid #d1d9e0; padding-left: 1rem; margin: 1rem 0; } tr.failure td { background: #ffebe9; }
  pre { background: #f6f8fa; padding: .8rem; overflow: auto; } code { background: #f6f8fa; } article > h3:first-child { color: #59636e; font-size: 1rem; }
</style>
<h1>What the runs wrote into their job summaries</h1>
${body}
</html>
`;
}
