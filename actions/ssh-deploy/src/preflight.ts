import { ActionError, formatSize } from '@suite/core';
import type { HostFacts, Room } from './host-facts.ts';
import type { Limits } from './inputs.ts';

/** What a deploy asks of a host. */
export interface Demands {
  readonly host: string;
  readonly user: string;
  /** Plain files need none. */
  readonly docker: boolean;
  readonly minFreeDisk: Limits;
  readonly minFreeMemory: Limits;
  /** haproxy is spoken to over a socket. */
  readonly socketClient: boolean;
  readonly httpClient: boolean;
}

/** Oldest compose whose `--scale`, `--no-recreate` and `config --images` are what the steps rely on. */
const MIN_COMPOSE = [2, 20] as const;

/**
 * Whether a host can take the deploy, before anything on it changes.
 * @throws ActionError E_TOOLS, E_DOCKER, E_DISK or E_MEMORY with figures.
 */
export function checkHost(facts: HostFacts, demands: Demands): void {
  const { host } = demands;
  const missing = missingTools(facts, demands);
  if (missing.length > 0)
    throw refuse('E_TOOLS', `${host}: ${missing.join(', ')} is missing`, 'install it on the host');
  if (demands.docker) checkDocker(facts, demands);
  for (const disk of facts.disks) checkRoom(disk, demands.minFreeDisk, { code: 'E_DISK', host });
  if (facts.memory) checkRoom(facts.memory, demands.minFreeMemory, { code: 'E_MEMORY', host });
}

function checkDocker(facts: HostFacts, { host, user }: Demands): void {
  if (facts.docker === undefined) {
    const denied = /permission denied/i.test(facts.dockerError ?? '');
    const hint = denied ? `on the host: sudo usermod -aG docker ${user}` : 'start the engine on the host';
    throw refuse('E_DOCKER', `${host}: docker does not answer: ${facts.dockerError ?? 'no reason given'}`, hint);
  }
  if (!isNewEnough(facts.compose)) {
    const message = `${host}: docker compose ${facts.compose ?? 'is not there'}, ${MIN_COMPOSE.join('.')} or newer is needed`;
    throw refuse('E_DOCKER', message, 'install the docker-compose-plugin package on the host');
  }
}

function missingTools(facts: HostFacts, { socketClient, httpClient }: Demands): readonly string[] {
  const none = (...names: readonly string[]): boolean => !names.some((name) => facts.tools.includes(name));
  return [
    ...facts.missingTools.filter((tool) => tool !== 'docker'),
    ...(socketClient && none('perl', 'socat', 'nc') ? ['perl, socat or nc'] : []),
    ...(httpClient && none('curl', 'wget') ? ['curl or wget'] : []),
  ];
}

function isNewEnough(version = ''): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > MIN_COMPOSE[0] || (major === MIN_COMPOSE[0] && minor >= MIN_COMPOSE[1]);
}

interface About {
  readonly code: 'E_DISK' | 'E_MEMORY';
  readonly host: string;
}

function checkRoom(room: Room, limits: Limits, { code, host }: About): void {
  const percent = room.total > 0 ? (100 * room.free) / room.total : 100;
  if (room.free >= limits.bytes && percent >= limits.percent) return;
  const needed = [limits.bytes > 0 ? formatSize(limits.bytes) : '', limits.percent > 0 ? `${limits.percent} %` : ''];
  const message = `${host}: ${room.where} has ${formatSize(room.free)} free (${percent.toFixed(0)} %), needs ${needed.filter(Boolean).join(' and ')}`;
  const [input, what] =
    code === 'E_DISK' ? ['min-free-disk', 'free some space'] : ['min-free-memory', 'free some memory'];
  throw refuse(code, message, `nothing was changed; ${what}, or lower ${input}`);
}

function refuse(code: string, message: string, hint: string): ActionError {
  return new ActionError(message, { code, hint });
}
