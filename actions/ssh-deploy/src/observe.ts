import { randomBytes } from 'node:crypto';
import { ActionError, type Ports } from '@suite/core';
import { type Connection, formatTarget } from '@suite/ssh';
import { readCheckout } from './checkout.ts';
import type { Checkout } from './content.ts';
import { connectAll, type Fleet, lockAll } from './fleet.ts';
import { formatFactsScript, parseFacts, type Question } from './host-facts.ts';
import type { Inputs } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import type { Facts, ObservedHost } from './plan.ts';
import { readTree } from './ports/tree.ts';
import { proxies } from './proxies.ts';

/**
 * Reads the checkout, connects, and asks every host about itself. A deploy holds the locks before it asks, so that what
 * it sees stays true; a dry run takes none and starts no agent.
 */
export async function observe(inputs: Inputs, ports: Ports, fleet: Fleet): Promise<Facts> {
  const what = isPlain(inputs.strategy) ? { ...inputs.what, composeFiles: [] } : inputs.what;
  const checkout = what.mode === 'rollback' ? undefined : await readCheckout(what, readTree);
  await connectAll(inputs, ports, fleet);
  if (!inputs.dryRun) {
    const opened = await lockAll(inputs, fleet, transactionName(inputs, ports.random()));
    for (const { session, recovered } of opened) {
      const end = recovered.findLast((event) => event.e === 'end');
      if (end?.e === 'end')
        ports.log.warning(`${session.host}: an earlier deploy (${end.tx}) had not ended; it is ${end.result} now`);
    }
  }
  const question = questionOf(inputs, checkout);
  const hosts = await Promise.all(fleet.connections.map((connection) => observeHost(connection, question)));
  return { checkout, hosts };
}

/** The agent refuses the same transaction twice only within one session; a name of its own keeps the history readable. */
function transactionName({ what }: Inputs, random: number): string {
  return `${what.mode}-${what.release || what.to || 'previous'}-${Math.floor(random * 36 ** 4).toString(36)}`;
}

function questionOf(inputs: Inputs, checkout: Checkout | undefined): Question {
  const { root, what, proxy, proxyConfig } = inputs;
  const proxyFile = proxy === 'none' ? undefined : `${proxyConfig}/${proxies[proxy].file}`;
  return { root, app: what.app, shared: checkout?.sharedFiles.map(({ path }) => path) ?? [], proxyFile };
}

async function observeHost(connection: Connection, question: Question): Promise<ObservedHost> {
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
  return { target: connection.target, facts, hmacKey };
}
