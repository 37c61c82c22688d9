import { type Checkout, generatedFiles } from './content.ts';
import type { LiveFacts } from './facts-live.ts';
import type { ContainerFacts } from './host-facts.ts';
import { type Content, changedKeys, hmac, type Manifest, sameContent, sha256 } from './manifest.ts';
import type { ObservedHost } from './plan.ts';
import { carryFile } from './proxies.ts';

/** Something on the host that is not as the last deploy left it. */
export interface Drift {
  readonly what: string;
  /** A deploy puts it right; what is not the release's own is only told. */
  readonly repaired: boolean;
}

/** What somebody changed by hand on a host since its last deploy. Values of the environment are compared, not told. */
export function findDrift(host: ObservedHost, app: string, checkout: Checkout | undefined): readonly Drift[] {
  const { current, manifests, live } = host.facts;
  const manifest = manifests.find(({ release }) => release === current);
  const repaired = [
    ...linkDrift(current, live.recorded),
    ...(manifest
      ? [...fileDrift(manifest, app, live), ...envDrift(manifest.content, host), ...containerDrift(manifest, host)]
      : []),
    ...(manifest && checkout ? sharedDrift(manifest.content, host, checkout) : []),
  ];
  const foreign = manifest ? foreignDrift(manifest.content, host.facts.containers) : [];
  return [...repaired.map((what) => ({ what, repaired: true })), ...foreign.map((what) => ({ what, repaired: false }))];
}

/** The host runs exactly this already. */
export function isUnchanged({ facts }: ObservedHost, content: Content, drift: readonly Drift[]): boolean {
  const current = facts.manifests.find(({ release }) => release === facts.current);
  return current !== undefined && sameContent(current.content, content) && !drift.some(({ repaired }) => repaired);
}

function linkDrift(current: string | undefined, recorded: string | undefined): readonly string[] {
  if (recorded === undefined || current === recorded) return [];
  return [`current leads to ${current ?? 'nothing'}, the last deploy made it lead to ${recorded}`];
}

/** `env` and the manifest itself are compared by what they say. */
function fileDrift(manifest: Manifest, app: string, { files, unreadable }: LiveFacts): readonly string[] {
  const made = generatedFiles(manifest, app, new Map()).filter(
    ({ path }) => path !== 'env' && path !== 'manifest.json',
  );
  const expected = {
    ...manifest.content.files,
    ...Object.fromEntries(made.map(({ path, content }) => [path, sha256(content)])),
  };
  return Object.entries(expected)
    .filter(([path, digest]) => files[path] !== digest && !unreadable.includes(path))
    .map(([path]) => `file ${path} was ${path in files ? 'edited' : 'removed'}`);
}

function envDrift({ env: recorded }: Content, { facts, hmacKey }: ObservedHost): readonly string[] {
  const { env } = facts.live;
  if (env === undefined) return ['file env was removed'];
  const now = Object.fromEntries([...env].map(([key, value]) => [key, hmac(hmacKey, value.reveal())]));
  const keys = changedKeys(recorded, now);
  return keys.length > 0 ? [`file env was edited: ${keys.join(' ')}`] : [];
}

function containerDrift({ content }: Manifest, host: ObservedHost): readonly string[] {
  const wanted = [...content.rolling, ...content.rest.map((name) => ({ name, replicas: undefined }))];
  return wanted.flatMap(({ name, replicas }) => {
    const those = host.facts.containers.filter(({ service }) => service === name);
    return [
      ...countDrift(name, replicas, { those, host }),
      ...those.flatMap((each) => settingsDrift(each, content, host)),
    ];
  });
}

interface Containers {
  readonly those: readonly ContainerFacts[];
  readonly host: ObservedHost;
}

function countDrift(name: string, replicas: number | undefined, { those, host }: Containers): readonly string[] {
  const alive = those.filter(({ id, state }) => state === 'running' || host.facts.live.details[id]?.done);
  if (alive.length < (replicas ?? 1)) return [`service ${name}: ${alive.length} of ${replicas ?? 1} containers run`];
  if (replicas === undefined || those.length === replicas) return [];
  return [
    `service ${name} has ${those.length} containers (${those.map((each) => each.name).join(', ')}), the release ${replicas}`,
  ];
}

function settingsDrift({ id, name, service }: ContainerFacts, content: Content, host: ObservedHost): readonly string[] {
  const { details, hashes, recorded } = host.facts.live;
  const about = details[id];
  const ref = content.images[service];
  if (about === undefined) return [];
  if (ref !== undefined && about.image !== ref)
    return [`container ${name} runs ${about.image}, the release has ${ref}`];
  // A colour has a compose file more, and a link that was moved leads to the hashes of another release.
  const comparable = content.strategy !== 'blue-green' && (recorded === undefined || recorded === host.facts.current);
  const hash = hashes[service];
  return comparable && hash !== undefined && about.hash !== hash
    ? [`container ${name} has another configuration than the release`]
    : [];
}

/** Where the checkout has the file as the last deploy had it, the host’s must be that, but for what the deploy itself writes. */
function sharedDrift({ shared, proxy }: Content, { facts }: ObservedHost, checkout: Checkout): readonly string[] {
  return checkout.sharedFiles
    .filter(({ path, content }) => shared[path] === sha256(content))
    .filter((file) => {
      const carried = carryFile(proxy, file, facts.proxyFile);
      return carried !== undefined && facts.shared[file.path] !== sha256(carried);
    })
    .map(({ path }) => `shared/${path} was ${path in facts.shared ? 'edited' : 'removed'}`);
}

/** Containers under the name of the application that no release has. */
function foreignDrift({ services }: Content, containers: readonly ContainerFacts[]): readonly string[] {
  return containers
    .filter(({ service }) => !services.includes(service))
    .map(
      ({ name, service }) =>
        `container ${name}${service ? ` of service ${service}` : ''} is not of the release; it is left alone`,
    );
}
