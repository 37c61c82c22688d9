import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatGateLibrary, type GateOptions, gateStep } from '../src/steps/gate.ts';
import { shells, stepScene } from './step-scene.ts';

const options: GateOptions = {
  services: ['job', 'db'],
  beside: [],
  proxied: undefined,
  target: 'db',
  url: undefined,
  successes: 1,
  timeout: 1,
  readyDelay: 0,
  logLines: 10,
  expectVersion: undefined,
  watch: 0,
  healthCommand: [],
  logDeny: undefined,
};

/** An engine with one container a service, whose state is what `docker inspect` says of it. */
const docker = `case "$1 $2" in
  "ps -a") for s in job db; do case $* in *service=$s*) echo "id-$s shop -" ;; esac; done ;;
  "inspect --format") case $3 in *RestartCount*) cat "$ROOT/\${4#id-}" ;; *Name*) echo "/shop-\${4#id-}-1" ;; esac ;;
esac`;

function gate(shell: (typeof shells)[number], states: Readonly<Record<'job' | 'db', string>>): string {
  const { root, tx, run } = stepScene(shell, { docker });
  for (const [name, state] of Object.entries(states)) writeFileSync(join(root, name), `${state}\n`);
  writeFileSync(join(tx, 'gate.sh'), formatGateLibrary(options));
  writeFileSync(join(tx, 'restarts'), 'id-db 1\nid-job 0\n');
  const { status, stderr } = run(gateStep(options), { ROOT: root });
  return `${status} ${stderr.trim()}`;
}

describe.each(shells)('the gate of services that are recreated, under %s', (shell) => {
  const ready = 'running 1 healthy 0 0 false always';
  const done = 'exited 0 none 0 0 false no';

  test.each([
    ['a job that has done its work, and a container that docker restarted before the deploy', done, ready, '0 '],
    [
      'a job that failed',
      'exited 0 none 0 1 false no',
      ready,
      '1 ! container shop-job-1: it is exited with exit code 1',
    ],
    [
      'a service that ended',
      'exited 0 none 0 0 false always',
      ready,
      '1 ! container shop-job-1: it is exited with exit code 0',
    ],
    [
      'a container that was restarted since',
      done,
      'running 3 healthy 0 7 false always',
      '1 ! container shop-db-1: it restarted 2 times, last exit code 7',
    ],
    ['jobs and nothing else', done, done, '1 ! no container of job, db runs any more'],
  ])('%s', (_what, job, db, end) => {
    expect(gate(shell, { job, db })).toBe(end);
  });
});
