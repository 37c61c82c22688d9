import type { GateState } from './gate.ts';
import type { Moment } from './moment.ts';
import type { CheckSample } from './sample.ts';

/** What to do next, from what was seen last. */
export function adviceFor(state: GateState, samples: readonly CheckSample[]): readonly string[] {
  if (state.phase === 'inconclusive' && state.reached > 0)
    return ['take more samples: a longer bake, a shorter interval, or a smaller min-samples'];
  if (state.phase === 'inconclusive') return ['look at the network of the runner: nothing was reached, GitHub neither'];
  const advice = samples.filter((sample) => sample.class === 'fail' || sample.class === 'error').flatMap(adviceOn);
  return [...new Set(advice)];
}

function adviceOn({ check, cause, class: seen, version }: CheckSample): readonly string[] {
  if (cause === 'auth-refused') return [`${check}: give it credentials (headers, or user and password in its address)`];
  if (cause === 'wrong-version' && version === undefined)
    return [`${check}: let it send the header x-version, or name the place of its version with version-path`];
  if (cause === 'wrong-version') {
    return [`${check}: look whether the deploy has replaced every instance; a slow roll-out wants a longer warmup`];
  }
  if (cause === 'fail-condition') return [`${check}: what it stands for has failed; look at its own log`];
  if (cause === 'container-exited') return [`${check}: the container has ended; its last lines are in the summary`];
  if (cause === 'waiting') return [`${check}: until never held; raise deadline, or correct the condition`];
  if (cause === 'starting') return [`${check}: it is still starting; raise warmup and deadline, or look at its log`];
  if (cause === 'degraded')
    return [`${check}: it works, but not at its best; degraded: warn, or a rule with >=degraded, lets that pass`];
  if (cause === 'too-slow') return [`${check}: it answers, but slowly; look at its load or raise max-latency`];
  if (cause === 'redirect') return [`${check}: set its URL to where it redirects to`];
  if (cause === 'no-component') return [`${check}: correct components; the message lists what is there`];
  if (cause === 'no-container')
    return [`${check}: look whether it was started, and check the name: docker ps -a, docker compose ls`];
  if (cause === 'no-engine') return [`${check}: look at Docker on the host: does it run?`];
  if (cause === 'no-tool') return [`${check}: install that tool on the host, or correct the check`];
  if (cause === 'status') return [`${check}: the path of its URL does not exist there; correct it`];
  if (seen === 'error')
    return [`${check}: nobody answers there; look whether it runs and listens, and at the addresses`];
  return [`${check}: the application itself says no; look at its log`];
}

/** How often each thing was seen, most often first: what a timeout alone would not tell. */
export function tally(timeline: readonly Moment[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { message, class: seen } of timeline) {
    const key = `${seen}: ${message.replace(/\d+(\.\d+)? (ms|s)\b/g, '… $2')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
  return sorted.map(([message, count]) => `${count} of ${timeline.length} samples ${message}`);
}
