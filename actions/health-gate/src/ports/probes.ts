import { setTimeout as delay } from 'node:timers/promises';
import {
  type ConnectionResult,
  hostOf,
  lookupAddresses,
  type ProbeResult,
  portOf,
  probe,
  probeConnection,
  staysOpen,
} from '@suite/http';
import type { DatabaseCheck, HttpCheck, PortCheck } from '../check.ts';
import { type DatabaseAnswer, usualDatabase } from '../judge-connection.ts';
import type { ScriptResult } from '../judge-host.ts';
import type { Host } from './host.ts';
import { limitsOf, type ProbeLimits, tlsOf } from './limits.ts';
import { garbageCollector } from './memory.ts';
import { askPostgres, greetPostgres } from './postgres.ts';
import { greetRedis, pingRedis } from './redis.ts';

/** A forwarder with nobody behind it closes within this time. */
const FORWARDER_MS = 100;

/** Everything that the gate asks the outside. */
export interface Probes {
  readonly http: (check: HttpCheck, limits: ProbeLimits) => Promise<ProbeResult>;
  readonly port: (check: PortCheck, limits: ProbeLimits) => Promise<ConnectionResult<DatabaseAnswer | undefined>>;
  readonly database: (check: DatabaseCheck, limits: ProbeLimits) => Promise<ConnectionResult<DatabaseAnswer>>;
  /** Every address of a name; none where DNS has none. */
  readonly addressesOf: (host: string, limits: ProbeLimits) => Promise<readonly string[]>;
  /** Runs a POSIX sh script on the host of the inputs, or on the runner. */
  readonly script: (script: string, timeoutMs: number) => Promise<ScriptResult>;
  /** Gives back the memory of probes that ended. */
  readonly tidy: () => void;
  /** Whether a port takes connections. */
  readonly reaches: (url: URL, limits: Pick<ProbeLimits, 'timeoutMs' | 'signal'>) => Promise<boolean>;
}

/** The real ones; `host` is where scripts run. */
export function realProbes(host: Host): Probes {
  return {
    http: ({ url, headers }, limits) =>
      probe({
        url,
        headers: new Map([['Cache-Control', 'no-cache'], ...headers]),
        maxBodyBytes: 1024 * 1024,
        tls: tlsOf(limits),
        ...limitsOf(limits),
      }),
    port: async (check, limits) => {
      const { kind, host, port } = check;
      const tls = kind === 'tls' ? { tls: tlsOf(limits) } : {};
      const database = usualDatabase(check);
      return probeConnection({ host, port, ...tls, ...limitsOf(limits) }, async (socket) => {
        if (database !== undefined) return database === 'postgres' ? greetPostgres(socket) : greetRedis(socket);
        if (kind === 'tcp') await staysOpen(socket, FORWARDER_MS);
        return undefined;
      });
    },
    database: ({ kind, url }, limits) => (kind === 'postgres' ? askPostgres(url, limits) : askRedis(url, limits)),
    tidy: garbageCollector(),
    script: host.run,
    addressesOf: (name, { timeoutMs, signal }) => {
      const slow = delay(timeoutMs, [], { signal, ref: false }).catch(() => []);
      return Promise.race([lookupAddresses(name).catch(() => []), slow]);
    },
    reaches: async (url, limits) => {
      const place = { host: hostOf(url), port: portOf(url) };
      const result = await probeConnection({ ...place, ...limits }, async () => undefined);
      return result.failure === undefined;
    },
  };
}

function askRedis(url: URL, limits: ProbeLimits): Promise<ConnectionResult<DatabaseAnswer>> {
  const place = { host: hostOf(url), port: Number(url.port) };
  const tls = url.protocol === 'rediss:' ? { tls: tlsOf(limits) } : {};
  return probeConnection({ ...place, ...tls, ...limitsOf(limits) }, (socket) => pingRedis(socket, url));
}
