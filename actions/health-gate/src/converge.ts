import { sameVersion } from '@suite/http';
import { isGood } from './moment.ts';
import { areBlameless, type CheckSample, commonCause, worseClass } from './sample.ts';

type Placed = readonly [address: string, sample: CheckSample];

/**
 * Joins the samples of one check at each of its addresses: the worst wins, and who differs is named. Where one of them
 * tells a version all must tell the same.
 */
export function converge(byAddress: readonly Placed[]): CheckSample {
  const [first, ...others] = byAddress;
  if (first === undefined) throw new RangeError('a check without addresses has no sample');
  if (others.length === 0) return first[1];
  const samples = byAddress.map(([, sample]) => sample);
  const worst = samples.map((sample) => sample.class).reduce(worseClass);
  const deciding = samples.filter((sample) => sample.class === worst);
  const good = byAddress.filter(([, sample]) => isGood(sample));
  const version = commonest(good);
  const behind = version === undefined ? [] : good.filter(([, sample]) => !isOn(sample, version));
  const on = version === undefined ? 'good' : `on ${version}`;
  const rest = byAddress.filter((entry) => !good.includes(entry) || behind.includes(entry)).map(describe);
  const cause = commonCause(deciding);
  const mixed = isGood({ class: worst }) && behind.length > 0;
  return {
    ...(deciding[0] ?? first[1]),
    ...(cause === undefined ? {} : { cause }),
    ...(mixed ? { class: 'fail', cause: 'wrong-version' } : {}),
    message: [`${good.length - behind.length} of ${samples.length} ${on}`, ...rest].join(', '),
    blameless: !mixed && (areBlameless(samples.filter((sample) => !isGood(sample))) ?? false),
    reached: samples.some((sample) => sample.reached),
    latencyMs: Math.max(...samples.map((sample) => sample.latencyMs)),
    notes: [...new Set(samples.flatMap((sample) => sample.notes))],
    failing: [...new Set(samples.flatMap((sample) => sample.failing))],
  };
}

/** The version that most of them tell. */
function commonest(placed: readonly Placed[]): string | undefined {
  const told = placed.flatMap(([, { version }]) => (version === undefined ? [] : [version]));
  const times = (version: string): number => told.filter((other) => sameVersion(version, other)).length;
  return told.toSorted((a, b) => times(b) - times(a))[0];
}

function isOn({ version }: CheckSample, wanted: string): boolean {
  return version !== undefined && sameVersion(version, wanted);
}

function describe([address, sample]: Placed): string {
  if (sample.cause === 'wrong-version' && sample.version !== undefined) return `${address} still on ${sample.version}`;
  if (!isGood(sample)) return `${address} ${sample.message}`;
  return sample.version === undefined ? `${address} tells no version` : `${address} on ${sample.version}`;
}
