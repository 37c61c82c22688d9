import { ActionError, Secret } from '@suite/core';
import type { Credentials } from './docker-config.ts';
import { authKey } from './image-name.ts';
import type { ImageConfig } from './policy.ts';
import type { EnginePort, EngineResponse } from './ports/engine.ts';
import { type PushAnswer, readPushStream } from './push-stream.ts';
import type { Layer } from './sizes.ts';

/** What the engine is. */
export interface EngineFacts {
  readonly version: string;
  readonly api: string;
  readonly store: 'overlay2' | 'containerd';
}

/** An image in the engine. On the containerd store its id is the digest that a registry will have. */
export interface EngineImage {
  readonly id: string;
  readonly platform: string;
  readonly config: ImageConfig;
  readonly digests: readonly string[];
}

/** @throws ActionError `E_ENGINE` where nobody answers or the engine is too old. */
export async function readEngine(engine: EnginePort): Promise<EngineFacts> {
  const [version, info] = await Promise.all([getJson(engine, '/version'), getJson(engine, '/info')]);
  const drivers: unknown = info['DriverStatus'];
  const containerd = Array.isArray(drivers) && drivers.flat().includes('io.containerd.snapshotter.v1');
  return {
    version: String(version['Version']),
    api: `/v${version['ApiVersion']}`,
    store: containerd ? 'containerd' : 'overlay2',
  };
}

export async function readImage(engine: EnginePort, api: string, name: string): Promise<EngineImage> {
  const image = await getJson(engine, `${api}/images/${name}/json`);
  const variant = image['Variant'] ? `/${image['Variant']}` : '';
  return {
    id: String(image['Id']),
    platform: `${image['Os']}/${image['Architecture']}${variant}`,
    config: (image['Config'] ?? {}) as ImageConfig,
    digests: Array.isArray(image['RepoDigests']) ? image['RepoDigests'].map(String) : [],
  };
}

/** The layers of an image, newest first, with the instruction that made each; empty ones weigh 0. */
export async function readLayers(engine: EnginePort, api: string, name: string): Promise<readonly Layer[]> {
  const history: unknown = await getJson(engine, `${api}/images/${name}/history`);
  return (Array.isArray(history) ? history : []).map((entry) => ({
    bytes: Number(entry?.Size ?? 0),
    createdBy: String(entry?.CreatedBy ?? ''),
  }));
}

export async function tagImage(
  engine: EnginePort,
  api: string,
  { id, ref }: { readonly id: string; readonly ref: string },
): Promise<void> {
  const colon = ref.lastIndexOf(':');
  const query = { repo: ref.slice(0, colon), tag: ref.slice(colon + 1) };
  const response = await engine.send({ method: 'POST', path: `${api}/images/${id}/tag`, query });
  if (response.status !== 201) throw refused(`tagging ${ref}`, response);
}

/** Takes a name away, and with the last one the image; one that is gone already is no error. */
export async function removeName(engine: EnginePort, name: string): Promise<void> {
  const response = await engine.send({ method: 'DELETE', path: `/images/${name}` });
  if (response.status !== 200 && response.status !== 404) throw refused(`removing ${name}`, response);
}

/** The names of images that begin with a prefix. */
export async function listNames(engine: EnginePort, prefix: string): Promise<readonly string[]> {
  const query = { filters: JSON.stringify({ reference: [`${prefix}/*`] }) };
  const response = await engine.send({ method: 'GET', path: '/images/json', query });
  const images: unknown = response.status === 200 ? JSON.parse(response.text) : [];
  const names = Array.isArray(images) ? images.flatMap((image) => (image?.RepoTags ?? []) as string[]) : [];
  return names.filter((name) => name.startsWith(`${prefix}/`));
}

/** Asks the registry, by the engine, whether the login is good. Undefined: it is. */
export async function checkLogin(
  engine: EnginePort,
  { registry, username, password }: Credentials,
): Promise<string | undefined> {
  const login = { username, password: password.reveal(), serveraddress: authKey(registry) };
  const response = await engine.send({ method: 'POST', path: '/auth', body: new Secret(JSON.stringify(login)) });
  return response.status === 200 || response.status === 204 ? undefined : messageOf(response);
}

export async function pushTag(
  engine: EnginePort,
  api: string,
  push: { readonly ref: string; readonly auth: Secret | undefined; readonly signal: AbortSignal },
): Promise<PushAnswer> {
  const colon = push.ref.lastIndexOf(':');
  const response = await engine.send({
    method: 'POST',
    path: `${api}/images/${push.ref.slice(0, colon)}/push`,
    query: { tag: push.ref.slice(colon + 1) },
    headers: { 'x-registry-auth': push.auth ?? 'e30=' },
    signal: push.signal,
  });
  return response.status === 200 ? readPushStream(response.text) : { problem: messageOf(response) };
}

async function getJson(engine: EnginePort, path: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await engine.send({ method: 'GET', path });
  if (response.status !== 200) throw refused(`GET ${path}`, response);
  return JSON.parse(response.text);
}

function refused(what: string, response: EngineResponse): ActionError {
  return new ActionError(`${what}: the engine answered ${response.status}: ${messageOf(response)}`, {
    code: 'E_ENGINE',
  });
}

function messageOf({ text }: EngineResponse): string {
  try {
    return String(JSON.parse(text).message ?? text);
  } catch {
    return text.trim();
  }
}
