import { randomBytes } from 'node:crypto';
import { ActionError, type Clock, type Ports } from '@suite/core';
import { type Connection, formatTarget } from '@suite/ssh';
import { readCheckout } from './checkout.ts';
import { type Checkout, contentOf } from './content.ts';
import type { Login } from './facts-modes.ts';
import { connectAll, connectEach, type Fleet, lockAll } from './fleet.ts';
import { formatFactsScript, parseFacts, type Question } from './host-facts.ts';
import { registryOf } from './images.ts';
import type { Inputs } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import type { Facts, ObservedHost } from './plan.ts';
import { readTree } from './ports/tree.ts';
import { proxies } from './proxies.ts';

/** Modes that look at what would be deployed. */
const NEEDS_CHECKOUT: ReadonlySet<Inputs['what']['mode']> = new Set(['deploy', 'plan', 'check']);

/**
 * Reads the checkout, connects, and asks every host about itself. A deploy holds the locks before it asks, so that what
 * it sees stays true; a dry run takes none and starts no agent.
 */
export async function observe(inputs: Inputs, ports: Ports, fleet: Fleet): Promise<Facts> {
  const { mode } = inputs.what;
  const what = isPlain(inputs.strategy) ? { ...inputs.what, composeFiles: [] } : inputs.what;
  const checkout = NEEDS_CHECKOUT.has(mode) ? await readCheckout(what, readTree) : undefined;
  // What does not fit together in the checkout is told before any host hears of it.
  if (checkout && mode !== 'check') contentOf(inputs, checkout, '');
  if (mode === 'check') {
    const unreachable = await connectEach(inputs, ports, fleet);
    return { checkout, hosts: await observeHosts(questionOf(inputs, checkout), ports, fleet), unreachable };
  }
  await connectAll(inputs, ports, fleet);
  if (!inputs.dryRun && mode !== 'list') {
    const opened = await lockAll(inputs, fleet, { tx: transactionName(inputs, ports.random()), ports });
    for (const { session, recovered } of opened) {
      const end = recovered.findLast((event) => event.e === 'end');
      if (end?.e === 'end')
        ports.log.warning(`${session.host}: an earlier deploy (${end.tx}) had not ended; it is ${end.result} now`);
    }
  }
  return { checkout, hosts: await observeHosts(questionOf(inputs, checkout), ports, fleet) };
}

function observeHosts(question: Question, { clock }: Ports, fleet: Fleet): Promise<readonly ObservedHost[]> {
  return Promise.all(fleet.connections.map((connection) => observeHost(connection, question, clock)));
}

/** The agent refuses the same transaction twice only within one session; a name of its own keeps the history readable. */
function transactionName({ what }: Inputs, random: number): string {
  return `${what.mode}-${what.release || what.to || 'previous'}-${Math.floor(random * 36 ** 4).toString(36)}`;
}

function questionOf(inputs: Inputs, checkout: Checkout | undefined): Question {
  const { root, what, proxy, proxyConfig } = inputs;
  const file = proxy === 'none' ? undefined : proxies[proxy].file;
  const proxyFile = file === undefined ? undefined : `${proxyConfig}/${file}`;
  const shared = checkout?.sharedFiles.map(({ path }) => path) ?? [];
  const login = what.mode === 'check' ? loginOf(inputs) : undefined;
  return { root, app: what.app, shared, proxyFile, login };
}

function loginOf({ registry, what }: Inputs): Login | undefined {
  const [image] = what.images;
  const host = registry?.host ?? (image && registryOf(image.ref));
  if (registry === undefined || host === undefined) return undefined;
  return { host, username: registry.username, password: registry.password.reveal() };
}

async function observeHost(connection: Connection, question: Question, clock: Clock): Promise<ObservedHost> {
  const result = await connection.run(formatFactsScript(question), 60_000);
  if (result.code !== 0) {
    const host = formatTarget(connection.target);
    throw new ActionError(`${host}: the host could not be looked at (exit ${result.code}): ${result.stderr.trim()}`, {
      code: 'E_AGENT',
      hint: 'the login shell of the user must take `exec sh -s`',
    });
  }
  const facts = parseFacts(result.stdout);
  const hmacKey = facts.hmacKey?.reveal() ?? randomBytes(32).toString('hex');
  return { target: connection.target, facts, hmacKey, skew: facts.now - Math.round(clock.now() / 1_000) };
}
