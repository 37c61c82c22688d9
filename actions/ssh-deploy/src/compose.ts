import { isNode, isScalar, parseDocument, visit } from 'yaml';
import { readNeeds, type ServiceNeeds } from './service-needs.ts';

/** What a deploy needs to know of one service of the compose file. */
export interface Service {
  readonly name: string;
  /** As written, variables not replaced; absent where the service is built. */
  readonly image: string | undefined;
  /** Why two releases of it cannot stand side by side; absent where they can. */
  readonly single: string | undefined;
  readonly replicas: number;
  readonly hasRestartPolicy: boolean;
  /** Paths on the host that it mounts, as written. */
  readonly mounts: readonly string[];
  /** It is started only where one of them is active; empty: always. */
  readonly profiles: readonly string[];
  readonly needs: ServiceNeeds;
}

type Yaml = Readonly<Record<string, unknown>>;

/**
 * Reads the services of one or several compose files, later ones over earlier ones. Variables stay as they are written.
 * @throws RangeError where a file is no YAML, has no services, or uses what only compose itself can resolve.
 */
export function parseCompose(files: readonly { readonly path: string; readonly text: string }[]): readonly Service[] {
  const services: Record<string, Yaml> = {};
  for (const { path, text } of files) {
    const document = readYaml(path, text);
    if ('include' in document)
      throw new RangeError(`${path} uses include, which is not supported; list the files in compose-files`);
    for (const [name, body] of Object.entries(mapping(document['services']))) {
      services[name] = merged(services[name] ?? {}, mapping(body));
    }
  }
  const named = Object.entries(services);
  if (named.length === 0) throw new RangeError(`${files.map(({ path }) => path).join(', ')} has no services`);
  return named.map(([name, body]) => readService(name, body));
}

/** Networks that compose makes for the application and names after it: all but those with a name of their own. */
export function parseNetworks(files: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
  const networks: Record<string, Yaml> = { default: {} };
  for (const { path, text } of files) {
    for (const [name, body] of Object.entries(mapping(readYaml(path, text)['networks']))) {
      networks[name] = { ...networks[name], ...mapping(body) };
    }
  }
  const own = Object.entries(networks).filter(([, body]) => !('name' in body) && !body['external']);
  return own.map(([name]) => name);
}

function readYaml(path: string, text: string): Yaml {
  try {
    const document = parseDocument(text, { merge: true, logLevel: 'error' });
    if (document.errors[0]) throw document.errors[0];
    visit(document, {
      Pair(_key, { key, value }) {
        if (isNode(value) && isScalar(key) && REPLACING.test(value.tag ?? '')) key.value = `${key.value}!`;
      },
    });
    return mapping(document.toJS());
  } catch (error) {
    throw new RangeError(`${path} is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`, {
      cause: error,
    });
  }
}

/** Tags of values that replace those of the files before; the name of such a one gets a `!` behind it. */
const REPLACING = /^!(reset|override)$/;

/** As compose does it with a second file: mappings are merged, ports and volumes added, everything else replaced. */
function merged(before: Yaml, body: Yaml): Yaml {
  const entries = Object.entries(body).map(([name, value]): readonly [string, unknown] => {
    const old = before[name];
    if (name.endsWith('!')) return [name.slice(0, -1), value];
    if (name === 'ports') return [name, [...list(old), ...list(value)]];
    if (name === 'volumes') return [name, mounted([...list(old), ...list(value)])];
    return [name, isMapping(old) && isMapping(value) ? merged(old, value) : value];
  });
  return { ...before, ...Object.fromEntries(entries) };
}

/** Of two volumes at one place the later one. */
function mounted(entries: readonly unknown[]): readonly unknown[] {
  return [...new Map(entries.map((entry) => [volumes({ volumes: [entry] })[0]?.target, entry])).values()];
}

function readService(name: string, body: Yaml): Service {
  if (!/^\w[\w.-]*$/.test(name)) throw new RangeError(`service "${name}" has a name that compose would not take`);
  if ('extends' in body) throw new RangeError(`service ${name} uses extends, which is not supported; write it out`);
  const restart = body['restart'] ?? mapping(mapping(body['deploy'])['restart_policy'])['condition'];
  return {
    name,
    image: typeof body['image'] === 'string' ? body['image'] : undefined,
    single: whySingle(body),
    replicas: readReplicas(name, mapping(body['deploy'])['replicas'] ?? body['scale'] ?? 1),
    hasRestartPolicy: restart !== undefined && restart !== 'no',
    needs: readNeeds(body),
    profiles: list(body['profiles']).map(String),
    mounts: volumes(body).flatMap(({ source }) => (source === undefined ? [] : [source])),
  };
}

function readReplicas(name: string, value: unknown): number {
  if (Number.isInteger(Number(value)) && Number(value) > 0) return Number(value);
  throw new RangeError(`service ${name} has ${value} replicas; write a number from 1`);
}

function whySingle(body: Yaml): string | undefined {
  if (typeof body['container_name'] === 'string') return `container_name ${body['container_name']}`;
  const port = list(body['ports']).find(isFixedPort);
  if (port !== undefined) return `a fixed port (${typeof port === 'object' ? JSON.stringify(port) : port})`;
  if (body['network_mode'] === 'host') return 'network_mode host';
  const writable = volumes(body).find(({ readOnly }) => !readOnly);
  return writable && `a volume that it writes to (${writable.target})`;
}

function isFixedPort(port: unknown): boolean {
  if (typeof port === 'object' && port !== null) return 'published' in port && String(port.published) !== '';
  return String(port)
    .replace(/^\[[^\]]*\]/, '')
    .includes(':');
}

interface Volume {
  readonly source: string | undefined;
  readonly target: string;
  readonly readOnly: boolean;
}

function volumes(body: Yaml): readonly Volume[] {
  return list(body['volumes']).map((entry) => {
    if (typeof entry !== 'string') {
      const { source, target, read_only: readOnly, type } = mapping(entry);
      return { source: text(source), target: text(target) ?? '', readOnly: readOnly === true || type === 'tmpfs' };
    }
    // The separator also stands inside a default such as ${DIR:-../x}.
    const masked = entry.replace(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0'));
    const [first = '', second, mode = ''] = masked.split(':').map((part) => part.replaceAll('\0', ':'));
    return {
      source: second === undefined ? undefined : first,
      target: second ?? first,
      readOnly: mode.split(',').includes('ro'),
    };
  });
}

function mapping(value: unknown): Yaml {
  return isMapping(value) ? value : {};
}

function isMapping(value: unknown): value is Yaml {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
