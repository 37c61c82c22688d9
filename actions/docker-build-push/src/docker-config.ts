import { Secret } from '@suite/core';
import { authKey } from './image-name.ts';

/** How to show oneself to a registry. */
export interface Credentials {
  readonly registry: string;
  readonly username: string;
  readonly password: Secret;
}

/** The parts of Docker's config.json that a build needs. */
export interface DockerConfig {
  readonly auths?: Readonly<Record<string, { readonly auth?: string; readonly identitytoken?: string }>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly proxies?: unknown;
  readonly HttpHeaders?: unknown;
  readonly currentContext?: string;
  readonly cliPluginsExtraDirs?: readonly string[];
}

/** Parses a config.json; one that is missing or no JSON counts as empty, as Docker itself sees it. */
export function parseDockerConfig(text: string | undefined): DockerConfig {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    const config = typeof parsed === 'object' && parsed !== null ? (parsed as DockerConfig) : {};
    for (const { auth, identitytoken } of Object.values(config.auths ?? {})) {
      for (const value of [auth, identitytoken]) if (value) new Secret(value);
    }
    return config;
  } catch {
    return {};
  }
}

/**
 * The config.json of this run: the incoming logins, so that private base images still come, and ours. An empty
 * credential helper for our registry makes Docker read the login from this file where a store is set for all others.
 */
export function formatDockerConfig(incoming: DockerConfig, ours: Credentials | undefined): string {
  const { auths = {}, credsStore, credHelpers, proxies, HttpHeaders } = incoming;
  const kept = { credsStore, proxies, HttpHeaders };
  if (ours === undefined) return JSON.stringify({ auths, credHelpers, ...kept });
  const key = authKey(ours.registry);
  const auth = Buffer.from(`${ours.username}:${ours.password.reveal()}`).toString('base64');
  const helpers = credsStore || credHelpers ? { credHelpers: { ...credHelpers, [key]: '' } } : {};
  return JSON.stringify({ auths: { ...auths, [key]: { auth } }, ...helpers, ...kept });
}

/** The `X-Registry-Auth` header for a registry: ours, else the incoming login, else undefined. */
export function registryAuth(
  registry: string,
  incoming: DockerConfig,
  ours: Credentials | undefined,
): Secret | undefined {
  const serveraddress = authKey(registry);
  if (ours?.registry === registry) {
    return encodeAuth({ username: ours.username, password: ours.password.reveal(), serveraddress });
  }
  const found = [serveraddress, `https://${registry}`, `https://${registry}/v1/`, `https://${registry}/v2/`]
    .map((key) => incoming.auths?.[key])
    .find((entry) => entry?.auth || entry?.identitytoken);
  if (found === undefined) return undefined;
  if (found.identitytoken) return encodeAuth({ identitytoken: found.identitytoken, serveraddress });
  const [username = '', ...rest] = Buffer.from(found.auth ?? '', 'base64')
    .toString('utf8')
    .split(':');
  return encodeAuth({ username, password: rest.join(':'), serveraddress });
}

function encodeAuth(auth: Readonly<Record<string, string>>): Secret {
  const { password, identitytoken } = auth;
  for (const value of [password, identitytoken]) if (value) new Secret(value);
  return new Secret(Buffer.from(JSON.stringify(auth)).toString('base64url'));
}

/** The program that keeps a registry's login where config.json names one: `docker-credential-<name>`. */
export function credentialHelper(registry: string, { credHelpers, credsStore }: DockerConfig): string | undefined {
  const name = credHelpers?.[authKey(registry)] ?? credsStore;
  return name ? `docker-credential-${name}` : undefined;
}

/** Puts what a credential helper answered in place of the entry that it left empty; no answer changes nothing. */
export function withHelperAnswer(config: DockerConfig, registry: string, answer: string): DockerConfig {
  const { Username: username, Secret: secret } = parseAnswer(answer);
  if (!username || !secret) return config;
  const auth = Buffer.from(`${username}:${secret}`).toString('base64');
  // A helper says <token> for a user where it has an identity token.
  const entry = username === '<token>' ? { identitytoken: secret } : { auth };
  for (const value of [secret, auth]) new Secret(value);
  return { ...config, auths: { ...config.auths, [authKey(registry)]: entry } };
}

function parseAnswer(answer: string): { readonly Username?: string; readonly Secret?: string } {
  try {
    return JSON.parse(answer) ?? {};
  } catch {
    return {};
  }
}

/** The folders in which Docker looks for its plugins, in its order. `folder` is the incoming config's. */
export function pluginFolders(folder: string, config: DockerConfig): readonly string[] {
  const standard = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'];
  const system = standard.map((parent) => `${parent}/docker/cli-plugins`);
  return [`${folder}/cli-plugins`, ...(config.cliPluginsExtraDirs ?? []), ...system];
}

/**
 * The builder that buildx would take: BUILDX_BUILDER, else its `current` file where that is for this engine. `default`
 * is the engine itself.
 */
export function selectedBuilder(variable: string | undefined, current: string | undefined, endpoint: string): string {
  if (variable) return variable;
  try {
    const { Key: key, Name: name, Global: everywhere } = JSON.parse(current ?? '{}') as Record<string, unknown>;
    if (typeof name === 'string' && name !== '' && (everywhere === true || key === endpoint)) return name;
  } catch {
    // buildx, too, falls back to the engine itself where its file is no JSON.
  }
  return 'default';
}
