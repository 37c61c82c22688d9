/** Where to connect. */
export interface Target {
  readonly user: string;
  readonly host: string;
  readonly port: number;
}

const DEFAULT_PORT = 22;

/**
 * Parses `user@host`, `user@host:port` and, for IPv6, `user@[::1]:22`.
 * @throws RangeError with the corrected form. Names that ssh would take for an option are refused.
 */
export function parseTarget(text: string): Target {
  const match =
    /^(?<user>[^@\s]+)@(?:\[(?<ipv6>[0-9a-fA-F:.]+(?:%\w+)?)\]|(?<name>[^:@\s[\]]+))(?::(?<port>\d+))?$/.exec(text);
  if (!match?.groups) throw new RangeError(explain(text));
  const { user = '', ipv6, name, port = String(DEFAULT_PORT) } = match.groups;
  const host = ipv6 ?? name ?? '';
  if (!/^[\w.][\w.+-]*$/.test(user)) throw new RangeError(`has the user name "${user}", which is none`);
  if (host.startsWith('-') || !/^[\w.:%-]+$/.test(host))
    throw new RangeError(`has the host name "${host}", which is none`);
  if (Number(port) < 1 || Number(port) > 65_535) throw new RangeError(`has the port ${port}; ports go from 1 to 65535`);
  return { user, host, port: Number(port) };
}

function explain(text: string): string {
  if (!text.includes('@')) return `names no user; write deploy@${text}`;
  if (text.split(':').length > 2) return 'is no address; write an IPv6 address as deploy@[::1]:22';
  return 'is no address; write user@host or user@host:port';
}

/**
 * Parses one target a line; blank lines are dropped.
 * @throws RangeError for a line that is none, or for a host named twice.
 */
export function parseTargets(text: string): readonly Target[] {
  const targets = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseLine);
  const names = targets.map(formatTarget);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`names ${twice} twice`);
  return targets;
}

function parseLine(line: string): Target {
  try {
    return parseTarget(line);
  } catch (error) {
    throw new RangeError(`"${line}" ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** `user@host`, with the port where it is not 22. */
export function formatTarget({ user, host, port }: Target): string {
  const shown = host.includes(':') ? `[${host}]` : host;
  return `${user}@${shown}${port === DEFAULT_PORT ? '' : `:${port}`}`;
}

/** How known_hosts names a target: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT. */
export function lookupName({ host, port }: Pick<Target, 'host' | 'port'>): string {
  return port === DEFAULT_PORT ? host : `[${host}]:${port}`;
}
