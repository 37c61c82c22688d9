import { randomBytes } from 'node:crypto';
import { ActionError, type Ports } from '@suite/core';
import { type Connection, formatTarget } from '@suite/ssh';
import { packAhead } from './archive.ts';
import { readCheckout } from './checkout.ts';
import { type Checkout, contentOf } from './content.ts';
import { withinTime } from './deadline.ts';
import { parseReclaimable, RECLAIMABLE_SCRIPT } from './facts-needs.ts';
import { connectAll, connectEach, type Fleet, lockAll } from './fleet.ts';
import { formatFactsScript, type HostFacts, parseFacts, type Question } from './host-facts.ts';
import type { Inputs } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import { pullOf } from './needs.ts';
import type { Facts, ObservedHost } from './plan.ts';
import { readTree } from './ports/tree.ts';
import { questionOf } from './question.ts';
import { roomProblems } from './room.ts';

/** Modes that look at what would be deployed. */
const NEEDS_CHECKOUT: ReadonlySet<Inputs['what']['mode']> = new Set(['deploy', 'plan', 'check']);

/**
 * Reads the checkout, connects, and asks every host about itself. A deploy holds the locks before it asks, so that what
 * it sees stays true; a dry run takes none and starts no agent.
 */
export function observe(inputs: Inputs, ports: Ports, fleet: Fleet): Promise<Facts> {
  return withinTime(inputs.policy.timeoutMs, { ports, fleet }, (timed) => observeAll(inputs, timed, fleet));
}

async function observeAll(inputs: Inputs, ports: Ports, fleet: Fleet): Promise<Facts> {
  const { mode } = inputs.what;
  const what = isPlain(inputs.strategy) ? { ...inputs.what, composeFiles: [] } : inputs.what;
  const checkout = NEEDS_CHECKOUT.has(mode) ? await readCheckout(what, readTree) : undefined;
  // What does not fit together in the checkout is told before any host hears of it.
  if (checkout && mode !== 'check') contentOf(inputs, checkout, '');
  const question = questionOf(inputs, checkout);
  const look = (): Promise<readonly ObservedHost[]> =>
    Promise.all(fleet.connections.map((connection) => observeHost(connection, question, { ports, inputs })));
  if (mode === 'check') {
    const unreachable = await connectEach(inputs, ports, fleet);
    return { checkout, hosts: await look(), unreachable };
  }
  // Before the locks, not under them.
  if (checkout && !inputs.dryRun) await packFor(checkout, true);
  await connectAll(inputs, ports, fleet);
  if (!inputs.dryRun && mode !== 'list') {
    const opened = await lockAll(inputs, fleet, { tx: transactionName(inputs, ports.random()), ports });
    for (const { session, recovered } of opened) {
      const end = recovered.findLast((event) => event.e === 'end');
      if (end?.e === 'end')
        ports.log.warning(`${session.host}: an earlier deploy (${end.tx}) had not ended; it is ${end.result} now`);
    }
  }
  const hosts = await look();
  if (checkout && hosts.some(({ facts }) => !facts.tools.includes('zstd'))) await packFor(checkout, false);
  return { checkout, hosts };
}

/** Hosts without zstd are few, and known only when they were asked. */
async function packFor({ releaseFiles, sharedFiles }: Checkout, zstd: boolean): Promise<void> {
  for (const files of [releaseFiles, sharedFiles]) await packAhead(files, zstd);
}

/** The agent refuses the same transaction twice only within one session; a name of its own keeps the history readable. */
function transactionName({ what }: Inputs, random: number): string {
  return `${what.mode}-${what.release || what.to || 'previous'}-${Math.floor(random * 36 ** 4).toString(36)}`;
}

interface Run {
  readonly ports: Ports;
  readonly inputs: Inputs;
}

async function observeHost(connection: Connection, question: Question, run: Run): Promise<ObservedHost> {
  const result = await connection.run(formatFactsScript(question), 60_000);
  if (result.code !== 0) {
    const host = formatTarget(connection.target);
    throw new ActionError(`${host}: the host could not be looked at (exit ${result.code}): ${result.stderr.trim()}`, {
      code: 'E_AGENT',
      hint: 'the login shell of the user must take `exec sh -s`',
    });
  }
  const facts = await withReclaimable(parseFacts(result.stdout), connection, run.inputs);
  const hmacKey = facts.hmacKey?.reveal() ?? randomBytes(32).toString('hex');
  const skew = facts.now - Math.round(run.ports.clock.now() / 1_000);
  return { target: connection.target, facts, hmacKey, skew };
}

/** What docker could free takes it a while to count, so it is asked only where the disk is short. */
async function withReclaimable(facts: HostFacts, connection: Connection, { room }: Inputs): Promise<HostFacts> {
  const short = roomProblems(facts, { host: '', room, needs: { ...pullOf(facts), memory: 0 } });
  if (!short.some(({ code }) => code === 'E_DISK')) return facts;
  const { stdout } = await connection.run(RECLAIMABLE_SCRIPT, 30_000);
  return { ...facts, needs: { ...facts.needs, reclaimable: parseReclaimable(stdout) } };
}
