import { type ArchiveFile, formatTarget } from '@suite/ssh';
import { type Checkout, generatedFiles, strategyError } from './content.ts';
import type { HostFacts } from './host-facts.ts';
import { type Inputs, inSeconds } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import { formatLibrary } from './library.ts';
import { type Content, type Manifest, sha256 } from './manifest.ts';
import type { HostPlan, ObservedHost, Phase } from './plan.ts';
import { carryFile, proxies } from './proxies.ts';
import { leftovers } from './prune.ts';
import { inPlace } from './selection.ts';
import type { Payload, Step } from './step.ts';
import { activateStep } from './steps/activate.ts';
import { startColourStep } from './steps/blue-green.ts';
import { dockerConfig, loginHost, migrateStep, pullStep, startStep, stopStep } from './steps/containers.ts';
import { backupStep, sharedStep, uploadStep } from './steps/files.ts';
import { type Dropped, dropStep, pruneStep, recordStep } from './steps/finish.ts';
import { formatGateLibrary, type GateOptions, type GatePort, gateStep, probeStep, watchStep } from './steps/gate.ts';
import { afterStep, backupCommandStep, beforeStep, verifyStep } from './steps/hooks.ts';
import { restStep, snapshotStep } from './steps/in-place.ts';
import { PROXY_COMMAND_FILE } from './steps/proxy-command.ts';

/** What a command of the user may take on a host. */
const HOOK_SECONDS = 600;

/** One host and the release that it goes to. `checkout` is absent where the release is on the host already. */
export interface Move {
  readonly inputs: Inputs;
  readonly host: ObservedHost;
  readonly manifest: Manifest;
  readonly checkout: Checkout | undefined;
  readonly migrates: boolean;
  readonly current: Manifest | undefined;
}

/** The steps of one host, phase by phase, and what they need beside them. */
export function planPhases(move: Move): Pick<HostPlan, 'library' | 'phases' | 'after'> {
  const { inputs, manifest, host, current } = move;
  const { content } = manifest;
  refuseLostColour(move);
  const gate = gateOptions(move);
  const { root, what } = inputs;
  const library = formatLibrary({ root, app: what.app, release: manifest.release, previous: host.facts.current });
  const starting: readonly Step[] = [
    ...(content.rest.length > 0 ? [restStep(inPlace(content, current?.content))] : []),
    ...(content.rolling.length > 0 ? [startOf(content)] : []),
    ...(gate.services.length > 0 ? [gateStep(gate)] : []),
  ];
  // Where nothing rises beside the old, to start is to switch: batch by batch, so that not all hosts are out at once.
  const [before, behind] = content.rolling.length > 0 ? [starting, []] : [[], starting];
  return {
    library: [
      { name: 'lib.sh', content: Buffer.from(library) },
      { name: 'gate.sh', content: Buffer.from(formatGateLibrary(gate)) },
      ...proxyLibrary(content),
    ],
    phases: [
      { name: 'prepare', steps: prepare(move) },
      { name: 'migrate', steps: migrate(move) },
      { name: 'start', steps: [...verify(move), ...before] },
      { name: 'switch', steps: [...behind, ...switching(move, gate)] },
    ] satisfies readonly Phase[],
    after: afterSteps(move),
  };
}

/** After it the proxy would lead to a container that is gone. */
function refuseLostColour({ manifest, host, current }: Move): void {
  if (current?.content.strategy !== 'blue-green' || manifest.content.strategy !== 'recreate') return;
  if (current.content.proxy === undefined) return;
  const message = `${formatTarget(host.target)}: the proxy leads to a colour of ${current.release}, and strategy recreate does not tell it otherwise`;
  throw strategyError(message, 'deploy once with strategy: rolling, then with recreate');
}

function startOf({ strategy, rolling, networks }: Content): Step {
  return strategy === 'blue-green' ? startColourStep(rolling, networks) : startStep(rolling);
}

function prepare(move: Move): readonly Step[] {
  const { inputs, manifest, host, checkout } = move;
  const { content, release } = manifest;
  const names = [...content.rolling.map(({ name }) => name), ...content.rest];
  const known = host.facts.releases.includes(release);
  const snapshot = names.length > 0 ? [snapshotStep(names, inPlace(content, move.current?.content).unknown)] : [];
  const pull = (config: Payload | undefined): readonly Step[] =>
    names.length > 0 ? [pullStep({ app: inputs.what.app, release, content, login: config, known })] : [];
  if (checkout === undefined) return [...snapshot, ...pull(undefined)];
  const zstd = host.facts.tools.includes('zstd');
  const own = generatedFiles(manifest, inputs.what.app, checkout.env);
  const shared = changedShared(move, checkout);
  const reload = content.proxy ? (proxies[content.proxy.kind].reload ?? '') : '';
  return [
    ...snapshot,
    uploadStep(checkout.releaseFiles, { zstd, hmacKey: host.hmacKey, compose: names.length > 0, own }),
    ...backup(move),
    ...(shared.length > 0 ? [sharedStep(shared, { zstd, reload })] : []),
    ...pull(login(inputs, content)),
    ...(inputs.hooks.beforeCommand ? [beforeStep(inputs.hooks.beforeCommand, HOOK_SECONDS)] : []),
  ];
}

function backup({ inputs: { hooks, policy }, manifest: { content } }: Move): readonly Step[] {
  return [
    ...(hooks.configBackup === 'config' ? [backupStep(content.proxy ? [content.proxy.folder] : [])] : []),
    ...(hooks.backupCommand ? [backupCommandStep(hooks.backupCommand, inSeconds(policy.timeoutMs))] : []),
  ];
}

function login({ registry }: Inputs, { images }: Content): Payload | undefined {
  if (registry === undefined) return undefined;
  return dockerConfig({
    host: loginHost(registry.host, images),
    username: registry.username,
    password: registry.password.reveal(),
  });
}

/** Files for `shared/` that differ from what lies there; the proxy's own keeps the servers that it leads to now. */
function changedShared({ host, manifest }: Move, checkout: Checkout): readonly ArchiveFile[] {
  const { proxy } = manifest.content;
  const { facts } = host;
  const wanted = checkout.sharedFiles.flatMap((file) => {
    const carried = carryFile(proxy, file, facts.proxyFile);
    return carried === undefined ? [] : [{ ...file, content: carried }];
  });
  return wanted.filter(({ path, content }) => facts.shared[path] !== sha256(content));
}

/** The service whose image and environment one-off containers get. */
function oneOffService({ inputs, manifest: { content } }: Move): string | undefined {
  return inputs.migrateService ?? Object.keys(content.images)[0] ?? content.rest[0];
}

function verify(move: Move): readonly Step[] {
  const { verifyCommand } = move.inputs.hooks;
  const service = oneOffService(move);
  if (move.checkout === undefined || verifyCommand.length === 0 || service === undefined) return [];
  return [verifyStep(service, verifyCommand)];
}

function migrate(move: Move): readonly Step[] {
  const { inputs, manifest, host, migrates } = move;
  const { content } = manifest;
  const service = oneOffService(move);
  if (!migrates || inputs.migrateCommand.length === 0 || service === undefined) return [];
  const missing = content.rest.filter(
    (name) =>
      name !== content.proxy?.service &&
      name !== service &&
      !host.facts.containers.some((each) => each.service === name),
  );
  const base = missing.length > 0 ? [{ ...restStep({ known: [], unknown: missing }), id: 'base' }] : [];
  return [...base, migrateStep(service, inputs.migrateCommand)];
}

function switching({ inputs, manifest: { content } }: Move, gate: GateOptions): readonly Step[] {
  const { proxy, strategy, switchCommand: command } = content;
  const { url } = gate;
  return [
    ...(proxy ? [proxies[proxy.kind].switchStep(inSeconds(inputs.policy.drainTimeoutMs))] : []),
    ...(isPlain(strategy) ? [activateStep({ rename: strategy === 'symlink', command })] : []),
    ...(url ? [probeStep({ ...gate, url })] : []),
    ...(gate.watch > 0 && (url || gate.services.length > 0) ? [watchStep(gate)] : []),
  ];
}

function afterSteps({ inputs, manifest, host, checkout }: Move): readonly Step[] {
  const { content, release } = manifest;
  const drain = inSeconds(inputs.policy.drainTimeoutMs);
  const old = leftovers(host.facts.manifests, {
    release,
    images: content.images,
    previous: host.facts.current,
    keep: inputs.policy.keepReleases,
    app: inputs.what.app,
  });
  const stop = inSeconds(inputs.policy.stopTimeoutMs);
  const dropped = droppedContainers(host.facts, content, inputs.what.app);
  return [
    ...(content.proxy ? proxies[content.proxy.kind].afterSteps(drain) : []),
    ...(content.rolling.length > 0 ? [stopStep(content.rolling, stop)] : []),
    ...(dropped.length > 0 ? [dropStep(dropped, stop)] : []),
    recordStep(),
    ...(inputs.hooks.afterCommand && checkout ? [afterStep(inputs.hooks.afterCommand, HOOK_SECONDS)] : []),
    ...(old.releases.length > 0 ? [pruneStep(old)] : []),
  ];
}

/** Containers of services that a release on this host had and this one has not, or has no colours of any more. */
function droppedContainers(
  { containers, manifests, live }: HostFacts,
  content: Content,
  app: string,
): readonly Dropped[] {
  const ever = new Set(manifests.flatMap((each) => each.content.services));
  const isColour = (id: string): boolean => (live.details[id]?.project ?? app) !== app;
  return containers.filter(
    ({ id, service }) =>
      ever.has(service) && (!content.services.includes(service) || (content.rest.includes(service) && isColour(id))),
  );
}

function proxyLibrary({ proxy }: Content): readonly Payload[] {
  if (proxy === undefined) return [];
  const { kind, command } = proxy;
  const own = command === undefined ? [] : [{ name: PROXY_COMMAND_FILE, content: Buffer.from(`${command}\n`) }];
  return [{ name: `${kind}.sh`, content: Buffer.from(proxies[kind].library(proxy)) }, ...own];
}

function gateOptions(move: Move): GateOptions {
  const { inputs, manifest } = move;
  const { content } = manifest;
  const { policy, healthUrl, hooks } = inputs;
  const beside = content.rolling.map(({ name }) => name);
  const pinned = content.rest.filter((name) => name in content.images);
  const services = Object.keys(content.images).length > 0 ? [...beside, ...pinned] : content.rest;
  const port = targetPort(move);
  return {
    services,
    beside,
    proxied: content.proxy?.target,
    target: content.proxy?.target ?? services[0],
    url: healthUrl && { through: healthUrl.href, path: `${healthUrl.pathname}${healthUrl.search}`, port },
    successes: policy.healthSuccesses,
    timeout: inSeconds(policy.healthTimeoutMs),
    readyDelay: inSeconds(policy.readyDelayMs),
    logLines: policy.logLines,
    expectVersion: inputs.expectVersion,
    watch: inSeconds(policy.watchMs),
    healthCommand: hooks.healthCommand,
    logDeny: hooks.logDeny,
  };
}

/** The port inside the container, which the proxy's file or the image says; that file is checked on the way. */
function targetPort({ manifest, host, checkout }: Move): GatePort {
  const { proxy } = manifest.content;
  if (proxy === undefined) return undefined;
  const { file, problems, port } = proxies[proxy.kind];
  if (file === undefined) return 'exposed';
  const path = `${proxy.folder}/${file}`;
  const given = checkout?.sharedFiles.filter((file) => file.path.startsWith(`${proxy.folder}/`)) ?? [];
  const live = given.some((file) => file.path === path) ? '' : host.facts.proxyFile;
  if (live === undefined) {
    if (checkout === undefined) return 'exposed';
    throw strategyError(
      `${formatTarget(host.target)}: shared/${path} is not there`,
      `write files: <folder> -> shared/${proxy.folder}`,
    );
  }
  const text = [live, ...given.map(({ content }) => Buffer.from(content).toString())].join('\n');
  const missing = problems?.(text) ?? [];
  if (missing.length > 0)
    throw strategyError(`shared/${path}: ${missing.join('; ')}`, `see the README of ssh-deploy, ${proxy.kind}`);
  return port?.(text) ?? 'exposed';
}
