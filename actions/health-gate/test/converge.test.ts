import { describe, expect, it } from 'vitest';
import { converge } from '../src/converge.ts';
import { type CheckSample, sampleOf } from '../src/sample.ts';
import { planOf } from './fakes.ts';

const [check] = (await planOf({ url: 'https://app/health' })).checks;
if (check === undefined) throw new Error('no check');
const good = (version?: string): CheckSample =>
  sampleOf(check, { class: 'pass', message: '200', ...(version === undefined ? {} : { version }) });
const old = sampleOf(check, { class: 'fail', cause: 'wrong-version', message: 'old', version: '9f8e7d6' });
const silent = (reached: boolean): CheckSample =>
  sampleOf(check, { class: 'error', cause: 'network', reached, message: 'timed out' });
const refused = sampleOf(check, { class: 'fail', cause: 'auth-refused', message: '401' });
const ill = sampleOf(check, { class: 'fail', cause: 'unhealthy', message: '503' });

/** The samples of 10.0.0.1, 10.0.0.2 and so on, joined. */
const join = (...samples: readonly CheckSample[]): CheckSample =>
  converge(samples.map((sample, index) => [`10.0.0.${index + 1}`, sample]));

describe('the addresses of a name', () => {
  it.each([
    ['all alike', [good('abc1234'), good('abc1234def')], 'pass', undefined, '2 of 2 on abc1234'],
    ['without versions', [good(), good()], 'pass', undefined, '2 of 2 good'],
    ['one behind', [good('abc1234'), old], 'fail', 'wrong-version', '1 of 2 on abc1234, 10.0.0.2 still on 9f8e7d6'],
    [
      'two builds where none is expected',
      [good('abc1234'), good('abc1234'), good('9f8e7d6')],
      'fail',
      'wrong-version',
      '2 of 3 on abc1234, 10.0.0.3 on 9f8e7d6',
    ],
    [
      'one that tells no version where others do',
      [good('abc1234'), good()],
      'fail',
      'wrong-version',
      '1 of 2 on abc1234, 10.0.0.2 tells no version',
    ],
    ['one silent', [good(), silent(false)], 'error', 'network', '1 of 2 good, 10.0.0.2 timed out'],
    ['what is hopeless at one', [ill, refused], 'fail', 'auth-refused', '0 of 2 good, 10.0.0.1 503, 10.0.0.2 401'],
    [
      'what is judged beside what is waited for',
      [old, ill],
      'fail',
      'unhealthy',
      '0 of 2 good, 10.0.0.1 still on 9f8e7d6, 10.0.0.2 503',
    ],
  ] as const)('%s', (_, samples, seen, cause, message) => {
    expect(join(...samples)).toMatchObject({ class: seen, message });
    expect(join(...samples).cause).toBe(cause);
  });

  it('are reached where one of them is', () => {
    expect(join(good(), silent(false)).reached).toBe(true);
    expect(join(silent(false), silent(true)).reached).toBe(true);
    expect(join(silent(false), silent(false)).reached).toBe(false);
  });
});
