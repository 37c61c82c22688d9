import { isIP } from 'node:net';
import { portOf } from './port.ts';
import type { ProbeRequest } from './types.ts';

/** `host:port` → addresses to connect to instead of asking DNS. */
export type ResolveOverrides = ReadonlyMap<string, readonly string[]>;

/**
 * Parses `resolve` lines as curl writes them: `host:port:address`; IPv6 addresses may stand in brackets, `*` is any port.
 * @throws RangeError naming the line.
 */
export function parseResolve(lines: readonly string[]): ResolveOverrides {
  const overrides = new Map<string, readonly string[]>();
  for (const line of lines) {
    const match = /^([^:\s]+):(\d+|\*):\[?([0-9a-fA-F:.]+)\]?$/.exec(line);
    const [, host = '', port = '', address = ''] = match ?? [];
    if (isIP(address) === 0) throw new RangeError(`has the line "${line}" that is not host:port:address`);
    const key = `${host.toLowerCase()}:${port}`;
    overrides.set(key, [...(overrides.get(key) ?? []), address]);
  }
  return overrides;
}

/** The addresses that overrides give for a URL, or undefined where DNS is to be asked. */
export function addressesFor(url: URL, overrides: ResolveOverrides): readonly string[] | undefined {
  return overrides.get(`${url.hostname}:${portOf(url)}`) ?? overrides.get(`${url.hostname}:*`);
}

/** The addresses that a request connects to instead of asking DNS. */
export function addressesOf({ url, addresses, resolve }: ProbeRequest): readonly string[] | undefined {
  return addresses ?? (resolve && addressesFor(url, resolve));
}
