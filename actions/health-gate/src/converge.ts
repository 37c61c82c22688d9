import { type CheckSample, worseClass } from './sample.ts';

/** Joins the samples of one check at each of its addresses: the worst wins, and who differs is named. */
export function converge(byAddress: readonly (readonly [string, CheckSample])[]): CheckSample {
  const [first, ...others] = byAddress;
  if (first === undefined) throw new RangeError('a check without addresses has no sample');
  if (others.length === 0) return first[1];
  const samples = byAddress.map(([, sample]) => sample);
  const worst = samples.map((sample) => sample.class).reduce(worseClass);
  const deciding = byAddress.find(([, sample]) => sample.class === worst)?.[1] ?? first[1];
  const good = byAddress.filter(([, sample]) => sample.class === 'pass' || sample.class === 'warn');
  const bad = byAddress.filter((entry) => !good.includes(entry));
  const version = good.find(([, sample]) => sample.version !== undefined)?.[1].version;
  const on = version === undefined ? 'good' : `on ${version}`;
  const rest = bad.map(([address, sample]) => `${address} ${describe(sample)}`);
  const message = bad.length === 0 ? `${samples.length} of ${samples.length} ${on}` : undefined;
  return {
    ...deciding,
    message: message ?? `${good.length} of ${samples.length} ${on}, ${rest.join(', ')}`,
    latencyMs: Math.max(...samples.map((sample) => sample.latencyMs)),
    notes: [...new Set(samples.flatMap((sample) => sample.notes))],
    failing: [...new Set(samples.flatMap((sample) => sample.failing))],
  };
}

function describe(sample: CheckSample): string {
  if (sample.cause === 'wrong-version' && sample.version !== undefined) return `still on ${sample.version}`;
  return sample.message;
}
