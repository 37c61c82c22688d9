import { ActionError } from '@suite/core';
import type { HostFacts } from './host-facts.ts';

/** What a deploy asks of a host. */
export interface Demands {
  readonly host: string;
  readonly user: string;
  /** Plain files need none. */
  readonly docker: boolean;
  /** haproxy is spoken to over a socket. */
  readonly socketClient: boolean;
  readonly httpClient: boolean;
}

/** One thing that keeps a host from taking a deploy. The message names the host. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Oldest compose whose `--scale`, `--no-recreate` and `config --images` are what the steps rely on. */
const MIN_COMPOSE = [2, 20] as const;

/** What is missing on a host for any deploy. */
export function hostProblems(facts: HostFacts, demands: Demands): readonly Problem[] {
  return [...toolProblems(facts, demands), ...(demands.docker ? engineProblems(facts, demands) : [])];
}

/** The error that tells all problems at once: one keeps its own code, several share E_PREFLIGHT. */
export function refusal(problems: readonly Problem[]): ActionError {
  const [first] = problems;
  if (first !== undefined && problems.length === 1)
    return new ActionError(first.message, { code: first.code, hint: first.hint });
  const lines = problems.map(({ code, message, hint }) => `${code}: ${message}; ${hint}`);
  return new ActionError(`${problems.length} things are in the way\n${lines.join('\n')}`, {
    code: 'E_PREFLIGHT',
    hint: 'nothing was changed',
  });
}

function toolProblems(facts: HostFacts, { host, socketClient, httpClient }: Demands): readonly Problem[] {
  const none = (...names: readonly string[]): boolean => !names.some((name) => facts.tools.includes(name));
  const missing = [
    ...facts.missingTools.filter((tool) => tool !== 'docker'),
    ...(socketClient && none('perl', 'socat', 'nc') ? ['perl, socat or nc'] : []),
    ...(httpClient && none('curl', 'wget') ? ['curl or wget'] : []),
  ];
  if (missing.length === 0) return [];
  return [{ code: 'E_TOOLS', message: `${host}: ${missing.join(', ')} is missing`, hint: 'install it on the host' }];
}

function engineProblems(facts: HostFacts, { host, user }: Demands): readonly Problem[] {
  if (facts.docker === undefined) {
    const denied = /permission denied/i.test(facts.dockerError ?? '');
    const message = `${host}: docker does not answer: ${facts.dockerError ?? 'no reason given'}`;
    const hint = denied ? `on the host: sudo usermod -aG docker ${user}` : 'start the engine on the host';
    return [{ code: 'E_DOCKER', message, hint }];
  }
  if (isNewEnough(facts.compose)) return [];
  const message = `${host}: docker compose ${facts.compose ?? 'is not there'}, ${MIN_COMPOSE.join('.')} or newer is needed`;
  return [{ code: 'E_DOCKER', message, hint: 'install the docker-compose-plugin package on the host' }];
}

function isNewEnough(version = ''): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > MIN_COMPOSE[0] || (major === MIN_COMPOSE[0] && minor >= MIN_COMPOSE[1]);
}
