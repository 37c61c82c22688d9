import { expect, it } from 'vitest';
import type { Check } from '../src/check.ts';
import { adviceFor } from '../src/diagnosis.ts';
import { INITIAL } from '../src/gate.ts';
import { sampleOf } from '../src/sample.ts';

it.each([
  ['fail', 'redirect', 'app: set its URL to where it redirects to'],
  ['fail', 'status', 'app: the path of its URL does not exist there; correct it'],
  ['fail', 'no-component', 'app: correct components; the message lists what is there'],
  ['fail', 'no-tool', 'app: install that tool on the host, or correct the check'],
  ['fail', 'no-container', 'app: look whether it was started, and check the name: docker ps -a, docker compose ls'],
  ['error', 'no-engine', 'app: look at Docker on the host: does it run?'],
  ['error', 'network', 'app: nobody answers there; look whether it runs and listens, and at the addresses'],
  ['fail', 'unhealthy', 'app: the application itself says no; look at its log'],
] as const)('the advice on a sample that is %s for %s', (seen, cause, advice) => {
  const check = { name: 'app', required: true } as Check;
  const sample = sampleOf(check, { class: seen, cause, message: 'no' });
  expect(adviceFor({ ...INITIAL, phase: 'failed' }, [sample])).toEqual([advice]);
});
