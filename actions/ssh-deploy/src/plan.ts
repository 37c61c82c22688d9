import { ActionError, InputError } from '@suite/core';
import { formatTarget, type Target } from '@suite/ssh';
import { type Changes, changesOf } from './changes.ts';
import type { Service } from './compose.ts';
import { type Checkout, contentOf } from './content.ts';
import { type Drift, findDrift, isUnchanged } from './drift.ts';
import type { Unreachable } from './fleet.ts';
import type { Disk, HostFacts } from './host-facts.ts';
import type { Inputs } from './inputs.ts';
import { type Content, type Manifest, sameContent } from './manifest.ts';
import { type Needs, needsOf } from './needs.ts';
import { problemsOf } from './obstacles.ts';
import { planPhases } from './phases.ts';
import { refusal } from './preflight.ts';
import { inPlace, selectServices } from './selection.ts';
import type { Payload, Step } from './step.ts';
import { checkWayBack, migration } from './way-back.ts';

/** A host as it was observed. `hmacKey` is its own, or the one that it will get. */
export interface ObservedHost {
  readonly target: Target;
  readonly facts: HostFacts;
  readonly hmacKey: string;
  /** Seconds that its clock is ahead of the runner's. */
  readonly skew?: number;
}

export interface Facts {
  readonly checkout: Checkout | undefined;
  readonly hosts: readonly ObservedHost[];
  /** In mode check, which goes on with the others. */
  readonly unreachable?: readonly Unreachable[];
}

/** Steps up to a barrier; a phase begins when the one before is done on every host. */
export interface Phase {
  readonly name: 'prepare' | 'migrate' | 'start' | 'switch';
  readonly steps: readonly Step[];
}

/** What happens on one host. */
export interface HostPlan {
  readonly host: string;
  readonly index: number;
  readonly unchanged: boolean;
  readonly previous: string | undefined;
  /** No release runs there yet, but containers of the application do. */
  readonly takesOver?: boolean;
  readonly before: Content | undefined;
  readonly content: Content;
  readonly changes: Changes;
  readonly drift: readonly Drift[];
  /** What it takes of the host; undefined where that was not asked. */
  readonly needs?: Needs;
  /** As they were before. */
  readonly disks?: readonly Disk[];
  readonly library: readonly Payload[];
  readonly phases: readonly Phase[];
  /** Run forward after commit. */
  readonly after: readonly Step[];
  /** What destroy leaves on the host. */
  readonly kept?: readonly string[];
}

export interface Plan {
  readonly mode: 'deploy' | 'rollback' | 'destroy';
  readonly app: string;
  readonly release: string;
  readonly hosts: readonly HostPlan[];
  readonly warnings: readonly string[];
}

/** Decides what happens on each host. @throws ActionError where a host, the compose file or the release forbids it. */
export function planDeploy(inputs: Inputs, facts: Facts, concerns: (host: ObservedHost) => boolean = () => true): Plan {
  const problems = facts.hosts.flatMap((host) => problemsOf(inputs, host, facts.checkout));
  if (problems.length > 0) throw refusal(problems);
  const { checkout } = facts;
  if (checkout === undefined) return planRollback(inputs, facts, concerns);
  const migrating = facts.hosts.findIndex((host) => !planHost({ inputs, host, checkout, migrates: true }).unchanged);
  const hosts = facts.hosts.map((host, index) => ({
    ...planHost({ inputs, host, checkout, migrates: index === migrating }),
    index,
  }));
  const all = hosts.every(({ unchanged }) => unchanged);
  const release = all ? (hosts[0]?.previous ?? inputs.what.release) : inputs.what.release;
  return {
    mode: 'deploy',
    app: inputs.what.app,
    release,
    hosts,
    warnings: [
      ...emptyOf(inputs),
      ...warningsOf(selectServices(inputs, checkout.services)),
      ...hosts.flatMap((each, index) => oneWay(each, facts.hosts[index]?.facts)),
    ],
  };
}

interface HostInputs {
  readonly inputs: Inputs;
  readonly host: ObservedHost;
  readonly checkout: Checkout;
  readonly migrates: boolean;
}

function planHost({ inputs, host, checkout, migrates }: HostInputs): HostPlan {
  const { facts, target } = host;
  const content = contentOf(inputs, checkout, host.hmacKey);
  const current = facts.manifests.find(({ release }) => release === facts.current);
  const { release } = inputs.what;
  const base = {
    host: formatTarget(target),
    index: 0,
    previous: facts.current,
    takesOver: facts.current === undefined && facts.containers.some(({ state }) => state === 'running'),
    before: current?.content,
    content,
    changes: changesOf(current?.content, content),
    drift: findDrift(host, inputs.what.app, checkout),
    needs: needsOf(content, checkout.services, facts),
    disks: facts.disks,
  };
  if (isUnchanged(host, content, base.drift)) {
    return { ...base, unchanged: true, library: [], phases: [], after: [] };
  }
  const taken = facts.manifests.find((each) => each.release === release);
  if (taken && !sameContent(taken.content, content)) throw nameTaken(release, base.host);
  const previous = release === facts.current ? current?.previous : facts.current;
  const manifest: Manifest = {
    schema: 1,
    release,
    previous,
    at: facts.now,
    by: inputs.by,
    ...migration(inputs),
    content,
  };
  return { ...base, unchanged: false, ...planPhases({ inputs, host, manifest, checkout, migrates, current }) };
}

function nameTaken(release: string, host: string): InputError {
  const problem = `"${release}" is on ${host} already, with other content`;
  return new InputError([{ input: 'release', problem, fix: 'another name, or none' }]);
}

function planRollback(inputs: Inputs, facts: Facts, concerns: (host: ObservedHost) => boolean): Plan {
  const hosts = facts.hosts.flatMap((host, index) =>
    concerns(host) ? [{ ...rollBackHost(inputs, host), index }] : [],
  );
  const release = hosts[0]?.phases.length === 0 ? hosts[0].previous : inputs.what.to;
  return {
    mode: 'rollback',
    app: inputs.what.app,
    release: release ?? targetOf(inputs, facts.hosts[0]),
    hosts,
    warnings: [],
  };
}

/** @throws ActionError E_NO_RELEASE where the releases before are not one and the same; post goes back host by host. */
export function refuseApart(inputs: Inputs, { hosts }: Facts): void {
  const targets = hosts.map((host) => ({ name: formatTarget(host.target), to: targetOf(inputs, host) }));
  if (new Set(targets.map(({ to }) => to)).size < 2) return;
  const each = targets.map(({ name, to }) => `${name} from ${to || 'none'}`).join(', ');
  const hint = 'set `to` to the one that all of them go to';
  throw new ActionError(`the hosts came from different releases: ${each}`, { code: 'E_NO_RELEASE', hint });
}

function targetOf(inputs: Inputs, host: ObservedHost | undefined): string {
  const current = host?.facts.manifests.find(({ release }) => release === host.facts.current);
  return inputs.what.to ?? current?.previous ?? '';
}

function rollBackHost(inputs: Inputs, host: ObservedHost): HostPlan {
  const { facts } = host;
  const name = formatTarget(host.target);
  const current = facts.manifests.find(({ release }) => release === facts.current);
  const to = targetOf(inputs, host);
  const manifest = facts.manifests.find(({ release }) => release === to);
  if (manifest === undefined) {
    const known = facts.manifests.map(({ release }) => release).filter((release) => release !== facts.current);
    const message = to
      ? `${name} has no release ${to}`
      : `${name} has no release before ${facts.current ?? 'the first'}`;
    const hint = known.length > 0 ? `set \`to\` to one of: ${known.join(', ')}` : 'deploy the older commit instead';
    throw new ActionError(message, { code: 'E_NO_RELEASE', hint });
  }
  const base = {
    host: name,
    index: 0,
    previous: facts.current,
    before: current?.content,
    content: manifest.content,
    changes: changesOf(current?.content, manifest.content),
    drift: findDrift(host, inputs.what.app, undefined),
    disks: facts.disks,
  };
  checkWayBack(inputs, host, manifest);
  if (to === facts.current) return { ...base, unchanged: true, library: [], phases: [], after: [] };
  return {
    ...base,
    unchanged: false,
    ...planPhases({ inputs, host, manifest, checkout: undefined, migrates: false, current }),
  };
}

function emptyOf({ what }: Inputs): readonly string[] {
  const empty = [...what.env].filter(([, value]) => value.reveal() === '').map(([key]) => key);
  return empty.map((key) => `env: ${key} has no value; does the secret that it comes from exist?`);
}

function warningsOf(services: readonly Service[]): readonly string[] {
  const loose = services.filter(({ hasRestartPolicy }) => !hasRestartPolicy).map(({ name }) => name);
  return loose.length > 0
    ? [`${loose.join(', ')}: no restart policy, so nothing serves after a reboot; write restart: unless-stopped`]
    : [];
}

/** Containers that no release describes are made again through the engine's own interface, which takes all their networks since 25. */
function oneWay({ host, content, before, unchanged }: HostPlan, facts: HostFacts | undefined): readonly string[] {
  if (unchanged || facts === undefined || before?.strategy === 'blue-green') return [];
  if (facts.tools.includes('curl') && Number.parseInt(facts.docker ?? '', 10) >= 25) return [];
  const { unknown } = inPlace(content, before);
  const found = facts.containers.filter(({ service, state }) => unknown.includes(service) && state === 'running');
  const names = found.map(({ name }) => name).join(', ');
  return names
    ? [`${host}: no release describes ${names}; to bring it back where the deploy fails takes curl and Docker 25 there`]
    : [];
}
