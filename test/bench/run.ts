// Runs the benchmarks and writes docs/benchmarks.md. `npm run bench` repeats every figure of that page, and
// `npm run bench -- kills` only that section. Those that deploy need the lab, with all bundles built.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { repository } from '@suite/testing';
import { measureDeploys } from './deploy-speed.ts';
import { measureDowntime } from './downtime.ts';
import { measureGate } from './health-gate.ts';
import { killMatrix } from './kill-matrix.ts';
import { timingTable } from './measure.ts';
import { measurePreflight } from './preflight.ts';
import { measureSmoke } from './smoke-peers.ts';
import { measureStartUp } from './start-up.ts';
import { measureUpload } from './upload.ts';

interface Benchmark {
  readonly title: string;
  readonly text: string;
  readonly run: () => string | Promise<string>;
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  'start-up': {
    title: 'Start-up',
    text: 'A bundle that stops at bad inputs, as a whole process, beside an empty Node program. The bar is 1.8.',
    run: () => timingTable(measureStartUp(31)),
  },
  smoke: {
    title: 'Checks over HTTP',
    text: 'Twenty chained requests with four assertions each on loopback, as a whole process, by smoke-test and by its peers from npm. The bars: smoke-test below 600 ms and three times as fast as each of them, its first request within 250 ms, its memory below 100 MB. hurl, a native program, stays ahead of all of them.',
    run: () => measureSmoke(9),
  },
  gate: {
    title: 'Health gate',
    text: 'Whole process on loopback. The bars: a decision of 3 samples, one a second, within 2.5 s; the deadline kept to 250 ms where sockets hang; less than 80 MB at the 1,800 samples that a bake of one hour takes, here one every 40 ms, and in a real bake of five minutes. Below: what wait-on lets pass, asked of the same servers in the same run; health-gate must refuse each and name the cause.',
    run: measureGate,
  },
  kills: {
    title: 'Kills',
    text: 'ssh-deploy behind haproxy under 6 clients, killed in each of its states: which release the host is on, and how long after the kill it had settled. In every cell no request was lost, the host was whole, and the next deploy worked.',
    run: () => killMatrix(8_690),
  },
  downtime: {
    title: 'Requests lost during a deploy',
    text: 'One release after the other under 16 clients (keep-alive and one-shot, GET and POST, 5 % slow) and one event stream. The bars: nothing lost behind haproxy, also where SIGTERM kills the application at once; event streams behind haproxy are ended by the application, where it has the manners; nothing lost behind caddy, only resets behind nginx below 1.27.4; `downtime-ms` within 20 % of the gap. Gap is the longest time in which no client got an answer; `downtime-ms` is what the action itself said, beside what quick clients saw in the same deploy.',
    run: () => measureDowntime(8_460),
  },
  speed: {
    title: 'How long a deploy takes',
    text: 'One host behind a line of 100 ms (there and back), haproxy, `watch: 1s` but where the table says otherwise, an application that boots in 2 s. Whole process, from start to end; the bars are for the median.',
    run: () => measureDeploys(8_470),
  },
  upload: {
    title: 'Upload',
    text: '300 files, 4 MB, a third of it pictures, to a host 40 ms away (round trip), login included. The bar is rsync: our median within the three faster quarters of its rounds, which neither syncs to disk nor can undo.',
    run: async () => timingTable(await measureUpload(7, 8_409)),
  },
  preflight: {
    title: 'Preflight',
    text: 'ssh-deploy with `mode: plan`, whole process: connect to every host at once and look at it. The bar is 5 s for 10 hosts. Here they are three machines under ten names, which share the 2 cores with the runner.',
    run: async () => timingTable(await measurePreflight(5, 8_408)),
  },
};

const file = join(repository, 'docs', 'benchmarks.md');
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benchmarks);
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const sections: string[] = [];
for (const [name, { title, text, run }] of Object.entries(benchmarks)) {
  if (chosen.includes(name)) sections.push(`## ${title}\n\n${text}\n\n${await run()}\n`);
  else sections.push(...before.split(/^(?=## )/m).filter((section) => section.startsWith(`## ${title}\n`)));
}
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const head = `# Benchmarks\n\nWritten by \`npm run bench\` (${machine}). Programs are timed in turns within one run; the ratio counts, not the figure.`;
writeFileSync(file, `${[head, ...sections.map((section) => section.trimEnd())].join('\n\n')}\n`);
console.log(sections.join('\n'));
