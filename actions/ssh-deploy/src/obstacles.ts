import { formatTarget } from '@suite/ssh';
import { type Checkout, contentOf } from './content.ts';
import { findDrift, isUnchanged } from './drift.ts';
import type { HostFacts } from './host-facts.ts';
import type { Inputs } from './inputs.ts';
import { isPlain, type Strategy } from './inputs-how.ts';
import { needsOf, serviceProblems } from './needs.ts';
import type { ObservedHost } from './plan.ts';
import { hostProblems, type Problem } from './preflight.ts';
import { roomProblems } from './room.ts';

/**
 * Everything that keeps one host from taking the deploy. Who changes nothing needs no room; and a rollback, which writes
 * next to nothing, must not fail because the disk is full.
 */
export function problemsOf(inputs: Inputs, host: ObservedHost, checkout: Checkout | undefined): readonly Problem[] {
  const { facts, target } = host;
  const name = formatTarget(target);
  const missing = hostProblems(facts, {
    host: name,
    user: target.user,
    docker: !isPlain(strategyOf(inputs, facts)),
    socketClient: inputs.proxy === 'haproxy',
    httpClient: inputs.healthUrl !== undefined,
  });
  if (checkout === undefined) return missing;
  const content = contentOf(inputs, checkout, host.hmacKey);
  if (isUnchanged(host, content, findDrift(host, inputs.what.app, checkout))) return missing;
  const needs = needsOf(content, checkout.services, facts);
  return [
    ...missing,
    ...roomProblems(facts, { host: name, room: inputs.room, needs }),
    ...serviceProblems(name, { inputs, facts, content, checkout }),
  ];
}

/** A rollback knows it from the release that runs. */
function strategyOf({ what, strategy }: Inputs, { manifests, current }: HostFacts): Strategy {
  if (what.mode !== 'rollback') return strategy;
  return manifests.find(({ release }) => release === current)?.content.strategy ?? strategy;
}
