import { formatSize } from '@suite/core';
import type { Service } from './compose.ts';
import type { Checkout } from './content.ts';
import type { Layer, Listener } from './facts-needs.ts';
import type { ContainerFacts, HostFacts } from './host-facts.ts';
import type { Inputs } from './inputs.ts';
import type { Content } from './manifest.ts';
import type { Problem } from './preflight.ts';
import type { WantedPort } from './service-needs.ts';

/** What a release takes of a host beside what runs there. Bytes. */
export interface Needs {
  /** To be pulled, packed. */
  readonly pull: number;
  /** What they take on the disk while they are unpacked. */
  readonly disk: number;
  /** Of the new containers while the old ones still run. */
  readonly memory: number;
  /** Images whose size the registry did not tell. */
  readonly unknown: readonly string[];
}

/** Docker holds a layer packed while it unpacks it, and unpacked it is about three times as big. */
const DISK_PER_PACKED = 4;

/** What pulling the missing images takes. */
export function pullOf({ needs: { missing, present } }: HostFacts): Pick<Needs, 'pull' | 'disk' | 'unknown'> {
  const there = new Set(present.map(({ digest }) => digest));
  const layers = new Map<string, Layer>();
  for (const layer of Object.values(missing).flatMap((each) => each ?? []))
    if (!there.has(layer.digest)) layers.set(layer.digest, layer);
  const pull = [...layers.values()].reduce((sum, { size }) => sum + size, 0);
  const unknown = Object.keys(missing).filter((ref) => missing[ref] === undefined);
  return { pull, disk: pull * DISK_PER_PACKED, unknown };
}

export function needsOf(content: Content, services: readonly Service[], facts: HostFacts): Needs {
  const memory = content.rolling.reduce((sum, { name, replicas }) => {
    const limit = services.find((service) => service.name === name)?.needs.memory;
    return sum + replicas * (limit ?? mostUsed(name, facts));
  }, 0);
  return { ...pullOf(facts), memory };
}

function mostUsed(name: string, { containers, needs }: HostFacts): number {
  return Math.max(0, ...containers.filter(({ service }) => service === name).map(({ id }) => needs.used[id] ?? 0));
}

/** The needs as lines of the plan. */
export function formatNeeds({ pull, disk, memory, unknown }: Needs): readonly string[] {
  return [
    ...(pull > 0 ? [`to pull: ${formatSize(pull)}, at most ${formatSize(disk)} on the disk while it is unpacked`] : []),
    ...(unknown.length > 0 ? [`to pull: the registry does not tell the size of ${unknown.join(', ')}`] : []),
    ...(memory > 0 ? [`memory: ${formatSize(memory)} more while old and new containers run`] : []),
  ];
}

/** What of the compose file cannot work on this host: ports that somebody else has, and services that nobody would judge. */
export function serviceProblems(
  host: string,
  { inputs, facts, content, checkout }: ServiceQuestion,
): readonly Problem[] {
  const selected = checkout.services.filter(({ name }) => content.rest.includes(name));
  const ports = selected.flatMap((service) =>
    service.needs.ports.flatMap((port) => portProblem(host, { service: service.name, port, facts, checkout })),
  );
  const judged = inputs.healthUrl !== undefined || inputs.policy.readyDelayMs > 0;
  const blind = checkout.services.filter(
    ({ name, needs }) => content.rolling.some((each) => each.name === name) && !needs.hasHealthcheck,
  );
  if (judged || blind.length === 0) return ports;
  const message = `${host}: nothing would tell whether ${blind.map(({ name }) => name).join(', ')} works: no healthcheck in the compose file, and ready-delay is 0s`;
  return [...ports, { code: 'E_STRATEGY', message, hint: 'write a healthcheck, or set health-url or ready-delay' }];
}

interface ServiceQuestion {
  readonly inputs: Inputs;
  readonly facts: HostFacts;
  readonly content: Content;
  readonly checkout: Checkout;
}

interface PortQuestion {
  readonly service: string;
  readonly port: WantedPort;
  readonly facts: HostFacts;
  readonly checkout: Checkout;
}

function portProblem(host: string, { service, port, facts, checkout }: PortQuestion): readonly Problem[] {
  // An engine that does not answer is told elsewhere, and without it the application's own port looks like another's.
  if (facts.docker === undefined) return [];
  const number = Number(replaced(port.port, checkout));
  const same = facts.needs.listeners.filter(
    (each) =>
      each.port === number && each.protocol === port.protocol && overlaps(each, replaced(port.address, checkout)),
  );
  const [first] = same;
  if (first === undefined || same.some(({ container }) => isOwn(container, facts.containers))) return [];
  const container = same.find((each) => each.container !== undefined)?.container;
  const who = container === undefined ? 'another program' : `container ${container}`;
  const message = `${host}: port ${number}/${port.protocol}, which service ${service} publishes, is taken by ${who}`;
  return [{ code: 'E_PORT', message, hint: 'stop it, or publish another port' }];
}

function isOwn(container: string | undefined, containers: readonly ContainerFacts[]): boolean {
  return containers.some(({ name }) => name === container);
}

function overlaps({ address }: Listener, wanted: string): boolean {
  const any = wanted === '' || wanted === '0.0.0.0' || wanted === '::';
  return any || address === '' || address === wanted;
}

/** `${NAME}`, `${NAME:-default}` and `$NAME` by the values of this deploy. */
function replaced(text: string, { env }: Checkout): string {
  return text.replace(
    /\$(?:\{(\w+)(?::?-([^}]*))?[^}]*\}|(\w+))/g,
    (_whole, braced?: string, fallback = '', plain = '') => env.get(braced ?? plain)?.reveal() || fallback,
  );
}
