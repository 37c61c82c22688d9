/** A port of the host that a service takes, as it is written: variables are not replaced. */
export interface WantedPort {
  readonly address: string;
  readonly port: string;
  readonly protocol: string;
}

type Yaml = Readonly<Record<string, unknown>>;

/** What a service of a compose file takes of its host. */
export interface ServiceNeeds {
  readonly ports: readonly WantedPort[];
  /** Bytes that one container may use; undefined where there is no limit that can be read. */
  readonly memory: number | undefined;
  readonly hasHealthcheck: boolean;
}

export function readNeeds(body: Yaml): ServiceNeeds {
  const limits = mapping(mapping(mapping(body['deploy'])['resources'])['limits']);
  const healthcheck = mapping(body['healthcheck']);
  return {
    ports: (Array.isArray(body['ports']) ? body['ports'] : []).flatMap((port) => readPort(port) ?? []),
    memory: readBytes(limits['memory'] ?? body['mem_limit']),
    hasHealthcheck: 'test' in healthcheck && healthcheck['disable'] !== true,
  };
}

/** `[address:]published:target[/protocol]`, or its long form; undefined where docker chooses the port. */
function readPort(port: unknown): WantedPort | undefined {
  if (typeof port === 'object' && port !== null) {
    const { published, host_ip: address = '', protocol = 'tcp' } = port as Yaml;
    return published === undefined
      ? undefined
      : { address: `${address}`, port: `${published}`, protocol: `${protocol}` };
  }
  const text = String(port);
  // The separator also stands inside a default such as ${PORT:-80}.
  const match =
    /^(?:(?<address>\[[^\]]*\]|[\d.]+):)?(?<port>(?:\$\{[^}]*\}|[^:$])+):[^:]*?(?:\/(?<protocol>\w+))?$/.exec(text);
  if (!match?.groups) return undefined;
  const { address = '', port: published = '', protocol = 'tcp' } = match.groups;
  return { address: address.replace(/[[\]]/g, ''), port: published, protocol };
}

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1_024, m: 1_024 ** 2, g: 1_024 ** 3 };

/** Bytes as compose writes them: `512m`, `1gb`, 1024. */
function readBytes(value: unknown): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([bkmg]?)b?$/i.exec(String(value ?? '')) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Math.round(Number(number) * factor);
}

function mapping(value: unknown): Yaml {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Yaml) : {};
}
