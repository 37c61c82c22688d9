import { ActionError, code, codeBlock, paragraphs, type Report } from '@suite/core';
import { formatTarget } from '@suite/ssh';
import { changesOf } from './changes.ts';
import { type Inputs, inSeconds } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import { formatLibrary } from './library.ts';
import type { Content } from './manifest.ts';
import type { Facts, HostPlan, ObservedHost, Plan } from './plan.ts';
import { isSettled, type Results } from './results.ts';
import { removeContainersStep, removeFoldersStep, removeImagesStep, stopAllStep } from './steps/destroy.ts';

/** Nothing: what a host runs when the application is gone. */
const NOTHING: Content = {
  strategy: 'recreate',
  switchCommand: undefined,
  composeFiles: [],
  images: {},
  rolling: [],
  rest: [],
  networks: [],
  services: [],
  profiles: [],
  proxy: undefined,
  files: {},
  shared: {},
  env: {},
};

/**
 * Takes the application off its hosts: all hosts stop it, then, committed, remove it. Data stays unless it was asked
 * for: volumes and shared/ are nowhere else.
 */
export function planDestroy(inputs: Inputs, facts: Facts): Plan {
  const silent = facts.hosts.find((host) => host.facts.docker === undefined && !isPlainHost(host));
  if (silent) {
    const message = `${formatTarget(silent.target)}: docker does not answer: ${silent.facts.dockerError ?? 'no reason given'}`;
    throw new ActionError(message, { code: 'E_DOCKER', hint: 'start the engine on the host' });
  }
  return {
    mode: 'destroy',
    app: inputs.what.app,
    release: 'none',
    hosts: facts.hosts.map((host, index) => destroyHost(inputs, host, index)),
    warnings: [],
  };
}

/** Plain files need no docker. */
function isPlainHost({ facts: { manifests } }: ObservedHost): boolean {
  return manifests.length > 0 && manifests.every(({ content }) => isPlain(content.strategy));
}

function destroyHost(inputs: Inputs, host: ObservedHost, index: number): HostPlan {
  const { target, facts } = host;
  const plain = isPlainHost(host);
  const { root, what, policy, scope } = inputs;
  const images = facts.manifests.flatMap(({ content }) => Object.values(content.images));
  const library = formatLibrary({ root, app: what.app, release: '-', previous: facts.current });
  const nothing = facts.releases.length === 0 && facts.containers.length === 0;
  const current = facts.manifests.find(({ release }) => release === facts.current);
  return {
    host: formatTarget(target),
    index,
    unchanged: nothing && !scope.destroyData,
    previous: facts.current,
    before: current?.content,
    content: NOTHING,
    changes: changesOf(undefined, NOTHING),
    drift: [],
    library: [{ name: 'lib.sh', content: Buffer.from(library) }],
    phases: plain ? [] : [{ name: 'start', steps: [stopAllStep(inSeconds(policy.stopTimeoutMs))] }],
    after: [
      ...(plain ? [] : [removeContainersStep(scope.destroyData), removeImagesStep([...new Set(images)])]),
      removeFoldersStep(scope.destroyData),
    ],
    kept: scope.destroyData ? [] : [`${root}/shared`, ...facts.modes.volumes.map((name) => `volume ${name}`)],
  };
}

/** What is removed and what stays, for a person. */
export function formatDestroy({ app, hosts }: Plan): string {
  const lines = hosts.flatMap(({ host, unchanged, phases, after, kept = [] }) => [
    `${host}${unchanged ? ': nothing of it is there' : ''}`,
    ...(unchanged ? [] : [...phases.flatMap(({ steps }) => steps), ...after].map(({ title }) => `  ${title}`)),
    ...(kept.length > 0 ? [`  keep ${kept.join(', ')} (destroy-data: true removes them)`] : []),
  ]);
  return [`destroy ${app} on ${hosts.length} host${hosts.length === 1 ? '' : 's'}`, ...lines].join('\n');
}

/** How it went. */
export function reportDestroy(plan: Plan, results: Results): Report {
  const { failure, hosts } = results;
  const left = hosts.flatMap(({ host, steps }) =>
    steps
      .filter(({ rc }) => rc !== 0)
      .map(({ out }) => `${host}: ${out.trim().split('\n').at(-1)?.replace(/^! /, '')}`),
  );
  const unchanged = plan.hosts.every((host) => host.unchanged);
  const settled = isSettled(hosts) ? 'failed-clean' : 'failed-dirty';
  const failed = results.cancelled ? 'cancelled' : settled;
  const result = failure ? failed : unchanged ? 'unchanged' : 'destroyed';
  return {
    outputs: {
      result,
      changed: String(result === 'destroyed'),
      'previous-release': plan.hosts[0]?.previous ?? '',
      'failed-state': results.failedState ?? '',
      hosts: JSON.stringify(
        plan.hosts.map(({ host, kept = [] }, index) => ({ host, outcome: hosts[index]?.outcome, kept })),
      ),
    },
    summary: paragraphs(
      `### ${failure ? '❌' : '✅'} ssh-deploy: ${code(plan.app)}: ${result}`,
      failure ? codeBlock(`${failure.code}: ${failure.message}`) : undefined,
      codeBlock(formatDestroy(plan)),
    ),
    annotations: left.map((message) => ({ level: 'warning', message })),
    failure,
  };
}
