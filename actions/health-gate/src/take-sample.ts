import type { Ports } from '@suite/core';
import { hostOf } from '@suite/http';
import { type Check, isDatabase, isHostCheck, isPort, targetOf } from './check.ts';
import { converge } from './converge.ts';
import { formatScript } from './host-script.ts';
import { judgeDatabase, judgePort } from './judge-connection.ts';
import { judgeHost } from './judge-host.ts';
import { judgeHttp } from './judge-http.ts';
import type { GatePlan } from './plan.ts';
import type { ProbeLimits } from './ports/limits.ts';
import type { Probes } from './ports/probes.ts';
import { type CheckSample, sampleOf } from './sample.ts';

export type GatePorts = Pick<Ports, 'clock' | 'log' | 'signal' | 'files'> & { readonly probes: Probes };

/** Runs one check once, within its request-timeout and `leftMs`, whichever ends first. */
export async function takeSample(
  check: Check,
  { plan, leftMs }: { readonly plan: GatePlan; readonly leftMs: number },
  ports: GatePorts,
): Promise<CheckSample> {
  const started = ports.clock.monotonic();
  const timeoutMs = Math.max(1, Math.ceil(Math.min(check.requestTimeoutMs, leftMs)));
  const limits = { timeoutMs, signal: ports.signal, ca: plan.ca };
  const probe = probing(check, plan, ports.probes);
  const addresses = await addressesOf(check, plan, { ports, limits });
  if (addresses === undefined) return probe(limits);
  if (addresses.length === 0) {
    const message = `the name of ${targetOf(check)} has no address`;
    return sampleOf(check, { class: 'error', cause: 'network', message });
  }
  // The look-up has taken its share.
  const rest = { ...limits, timeoutMs: Math.max(1, Math.ceil(timeoutMs - (ports.clock.monotonic() - started))) };
  const each = addresses.map(async (address) => [address, await probe({ ...rest, address })] as const);
  return converge(await Promise.all(each));
}

/** The addresses to probe one by one, or undefined where any will do. */
async function addressesOf(
  check: Check,
  { addresses }: GatePlan,
  { ports, limits }: { readonly ports: GatePorts; readonly limits: ProbeLimits },
): Promise<readonly string[] | undefined> {
  if (addresses.kind === 'auto' || isHostCheck(check)) return undefined;
  if (addresses.kind === 'list') return addresses.list;
  return ports.probes.addressesOf(isPort(check) ? check.host : hostOf(check.url), limits);
}

function probing(check: Check, { reading }: GatePlan, probes: Probes): (limits: ProbeLimits) => Promise<CheckSample> {
  if (isDatabase(check)) return async (limits) => judgeDatabase(check, await probes.database(check, limits));
  if (isHostCheck(check)) {
    return async ({ timeoutMs }) => judgeHost(check, await probes.script(formatScript(check, timeoutMs), timeoutMs));
  }
  if (isPort(check)) return async (limits) => judgePort(check, await probes.port(check, limits));
  return async (limits) => judgeHttp(check, await probes.http(check, limits), reading);
}
