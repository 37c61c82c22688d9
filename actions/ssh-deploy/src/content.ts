import { ActionError, didYouMean, InputError, type Secret } from '@suite/core';
import type { ArchiveFile } from '@suite/ssh';
import type { Service } from './compose.ts';
import { formatEnvFile } from './env-file.ts';
import { repositoryOf } from './images.ts';
import type { Inputs } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import { COLOUR_FILE, type Content, formatManifest, hmac, type Manifest, type ProxyPlan, sha256 } from './manifest.ts';
import { proxies } from './proxies.ts';
import { profilesOf, selectServices } from './selection.ts';
import { formatColourFile } from './steps/blue-green.ts';

/** What the checkout holds for this deploy. */
export interface Checkout {
  readonly services: readonly Service[];
  /** Networks of the compose files that belong to the application: neither external nor with a name of their own. */
  readonly networks: readonly string[];
  readonly releaseFiles: readonly ArchiveFile[];
  /** Paths relative to `shared/`. */
  readonly sharedFiles: readonly ArchiveFile[];
  readonly env: ReadonlyMap<string, Secret>;
}

export const IMAGES_FILE = 'compose.images.yaml';

/** Which image each service gets. @throws InputError where an image belongs to no service. */
export function assignImages(inputs: Inputs, services: readonly Service[]): Readonly<Record<string, string>> {
  const names = services.map(({ name }) => name);
  const assigned = inputs.what.images.flatMap(({ service, ref }) => {
    if (service !== undefined && names.includes(service)) return [[service, ref] as const];
    const same = services.filter(({ image }) => image !== undefined && repositoryOf(image) === repositoryOf(ref));
    if (same.length > 0) return same.map(({ name }) => [name, ref] as const);
    const problem = `${service ?? ref} is no service of ${inputs.what.composeFiles.join(', ')}${didYouMean(service ?? '', names)}`;
    throw new InputError([{ input: 'images', problem, fix: `images: ${names[0]}=${ref}` }]);
  });
  return Object.fromEntries(assigned);
}

/** What will run: which services rise beside their old containers, and which are recreated. */
export function contentOf(inputs: Inputs, checkout: Checkout, hmacKey: string): Content {
  const selected = selectServices(inputs, checkout.services);
  const images = isPlain(inputs.strategy) ? {} : imagesOf(inputs, checkout.services, selected);
  refuseBuilds(selected, images);
  const beside = besideOf(inputs, selected, images);
  const names = beside.map(({ name }) => name);
  const rest = selected.map(({ name }) => name).filter((name) => !names.includes(name));
  return {
    strategy: inputs.strategy,
    switchCommand: inputs.switchCommand,
    composeFiles: isPlain(inputs.strategy) ? [] : composeList(inputs, images),
    images,
    rolling: beside.map(({ name, replicas }) => ({ name, replicas })),
    rest,
    networks: inputs.strategy === 'blue-green' ? checkout.networks : [],
    services: checkout.services.map(({ name }) => name),
    profiles: profilesOf(inputs, selected),
    proxy: proxyOf(inputs, checkout.services, Object.keys(images)[0]),
    files: digests(checkout.releaseFiles),
    shared: digests(checkout.sharedFiles),
    env: Object.fromEntries([...checkout.env].map(([key, value]) => [key, hmac(hmacKey, value.reveal())])),
  };
}

/** Services whose old and new containers stand side by side. */
function besideOf(
  { strategy }: Inputs,
  services: readonly Service[],
  images: Readonly<Record<string, string>>,
): readonly Service[] {
  if (strategy !== 'rolling' && strategy !== 'blue-green') return [];
  const named = services.filter(({ name }) => name in images);
  const beside = named.filter(({ single }) => !single);
  if (strategy === 'blue-green' && beside.length === 0) {
    const why = named.map(({ name, single }) => `${name} has ${single}`).join(', ');
    throw strategyError(`no service can stand in two colours: ${why || 'images names none'}`, 'use strategy: recreate');
  }
  return beside;
}

/** The images of the services that are deployed; a build may have made more. */
function imagesOf(
  inputs: Inputs,
  services: readonly Service[],
  selected: readonly Service[],
): Readonly<Record<string, string>> {
  const names = new Set(selected.map(({ name }) => name));
  return Object.fromEntries(Object.entries(assignImages(inputs, services)).filter(([name]) => names.has(name)));
}

/** Hosts never build: what runs was made once, and is the same everywhere. */
function refuseBuilds(selected: readonly Service[], images: Readonly<Record<string, string>>): void {
  const built = selected.filter(({ name, image }) => image === undefined && !(name in images)).map(({ name }) => name);
  if (built.length === 0) return;
  const problem = `has no image for ${built.join(', ')}, and hosts never build`;
  throw new InputError([{ input: 'images', problem, fix: `images: ${built[0]}=name@sha256:…` }]);
}

function composeList(inputs: Inputs, images: Readonly<Record<string, string>>): readonly string[] {
  return [...inputs.what.composeFiles, ...(Object.keys(images).length > 0 ? [IMAGES_FILE] : [])];
}

function digests(files: readonly ArchiveFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, content }) => [path, sha256(content)]));
}

function proxyOf(inputs: Inputs, services: readonly Service[], first: string | undefined): ProxyPlan | undefined {
  const { proxy: kind, proxyConfig: folder, strategy, proxySwitchCommand: command } = inputs;
  if (kind === 'none' || strategy === 'recreate' || isPlain(strategy)) return undefined;
  const service = proxyService(inputs, services);
  if (first === undefined) {
    const problem = `is missing, and proxy ${kind} leads to its first service`;
    throw new InputError([{ input: 'images', problem, fix: `images: ${services[0]?.name}=name@sha256:…` }]);
  }
  const target = services.find(({ name }) => name === first);
  if (target?.single) {
    throw strategyError(
      `service ${first} cannot stand beside its old release: it has ${target.single}`,
      'take that away, or use strategy: recreate',
    );
  }
  if (proxies[kind].single && target && target.replicas !== 1) {
    throw strategyError(
      `service ${first} has ${target.replicas} replicas, and ${kind} is led to one container`,
      'use one replica, or proxy: nginx',
    );
  }
  return { kind, folder, service, target: first, command };
}

/** The service of the compose file that is the proxy; empty where none is looked for. */
function proxyService({ proxy: kind, proxyConfig: folder }: Inputs, services: readonly Service[]): string {
  if (kind === 'none' || proxies[kind].found === 'not') return '';
  if (proxies[kind].found === 'image') {
    const named = services.find(({ image = '' }) => image.includes(kind));
    if (named) return named.name;
    throw strategyError(`no service has the image ${kind}`, `write a service with the image basecamp/${kind}`);
  }
  const mount = new RegExp(`shared/${folder}/?\\}?$`);
  const mounting = services.find(({ mounts }) => mounts.some((path) => mount.test(path)));
  if (mounting) return mounting.name;
  throw strategyError(`no service mounts shared/${folder}`, `mount ../../shared/${folder} in the proxy's service`);
}

/** The chosen strategy cannot work with this compose file or host. */
export function strategyError(message: string, hint: string): ActionError {
  return new ActionError(message, { code: 'E_STRATEGY', hint });
}

/** The files of the release's folder beside those of the checkout. */
export function generatedFiles(
  manifest: Manifest,
  app: string,
  env: ReadonlyMap<string, Secret>,
): readonly ArchiveFile[] {
  const { content } = manifest;
  const values = new Map([...env].map(([key, value]) => [key, value.reveal()]));
  const images = Object.entries(content.images).map(([service, ref]) => `  ${service}:\n    image: "${ref}"\n`);
  const generated = [
    { path: '.compose', content: Buffer.from(content.composeFiles.map((file) => `${file}\n`).join('')) },
    { path: 'env', content: Buffer.from(formatEnvFile(values)), mode: 0o600 },
    { path: 'manifest.json', content: Buffer.from(formatManifest(manifest)) },
  ];
  const { profiles } = content;
  if (profiles.length > 0) generated.push({ path: '.profiles', content: Buffer.from(`${profiles.join('\n')}\n`) });
  const override = { path: IMAGES_FILE, content: Buffer.from(`services:\n${images.join('')}`) };
  const coloured = content.rolling.map(({ name }) => name);
  const colour = { path: COLOUR_FILE, content: Buffer.from(formatColourFile(app, coloured, content.networks)) };
  return [
    ...generated,
    ...(images.length > 0 ? [override] : []),
    ...(content.strategy === 'blue-green' ? [colour] : []),
  ];
}
