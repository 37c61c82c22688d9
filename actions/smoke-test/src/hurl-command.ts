import { type Command, Secret } from '@suite/core';
import type { Plan } from './plan.ts';

/** Where hurl finds things, and where it leaves its report. */
export interface HurlPlaces {
  readonly program: string;
  readonly folder: string;
  readonly reports: string;
  readonly timeoutMs: number;
}

/** Hurl's own variable for the input `base-url`. */
const BASE = 'base_url';

/** The command that runs a file. Variables and secrets go by its environment, which no other process sees. */
export function hurlCommand({ inputs, facts }: Plan, file: string, places: HurlPlaces): Command {
  const { program, folder, reports, timeoutMs } = places;
  const { connectTimeoutMs, requestTimeoutMs, tlsVerify, resolve } = inputs;
  const overrides = [...resolve].flatMap(([place, addresses]) => ['--resolve', `${place}:${addresses.join(',')}`]);
  return {
    file: program,
    args: [
      ...['--test', '--no-color', '--continue-on-error'],
      ...['--connect-timeout', `${connectTimeoutMs}ms`, '--max-time', `${requestTimeoutMs}ms`],
      ...(facts.tls.ca === undefined ? [] : ['--cacert', `${folder}/ca.pem`]),
      ...(facts.tls.clientKey === undefined ? [] : ['--cert', `${folder}/client.pem`, '--key', `${folder}/client.key`]),
      ...(tlsVerify ? [] : ['--insecure']),
      ...overrides,
      ...['--report-json', reports],
      file,
    ],
    env: hurlVariables(inputs),
    timeoutMs,
  };
}

function hurlVariables({ baseUrl, variables, secrets, searchPath }: Plan['inputs']): Record<string, string | Secret> {
  const plain = baseUrl === undefined ? [...variables] : [[BASE, baseUrl.replace(/\/$/, '')] as const, ...variables];
  return Object.fromEntries([
    ['PATH', searchPath],
    ...plain.map(([name, value]) => [`HURL_VARIABLE_${name}`, value] as const),
    ...[...secrets].map(([name, value]) => [`HURL_SECRET_${name}`, new Secret(value.reveal())] as const),
  ]);
}
