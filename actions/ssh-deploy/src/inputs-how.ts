import type { InputReader } from '@suite/core';

/** How containers are replaced, and what leads the traffic to them. */
export interface HowInputs {
  readonly strategy: 'rolling' | 'recreate';
  readonly proxy: 'none' | 'nginx' | 'haproxy' | 'caddy';
  /** A folder under `shared/`. */
  readonly proxyConfig: string;
}

/** Reads the inputs about strategy and proxy. */
export function readHow(read: InputReader): HowInputs {
  const proxy = read.choice('proxy', ['none', 'nginx', 'haproxy', 'caddy'], 'none');
  return {
    strategy: read.choice('strategy', ['rolling', 'recreate'], 'rolling'),
    proxy,
    proxyConfig: read.parsed('proxy-config', {}, parseProxyConfig) ?? proxy,
  };
}

function parseProxyConfig(text: string): string {
  const name = text.replace(/^shared\//, '').replace(/\/$/, '');
  if (/^[\w-][\w.-]*$/.test(name)) return name;
  throw new RangeError('is no folder under shared/; write for example shared/haproxy');
}
