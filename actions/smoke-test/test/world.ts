import { InputError, inputReader } from '@suite/core';
import { type ProbeRequest, type ProbeResult, probeFollowing } from '@suite/http';
import { fakePorts } from '@suite/testing';
import { type Inputs, readInputs } from '../src/inputs.ts';
import { observe } from '../src/observe.ts';
import { type Plan, planChecks } from '../src/plan.ts';
import type { CheckResult } from '../src/results.ts';
import { runAll } from '../src/run-all.ts';
import type { Run } from '../src/run-check.ts';

/** What a fake server says to a request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly ms?: number;
  readonly failure?: ProbeResult['failure'];
  readonly tls?: ProbeResult['tls'];
  readonly cut?: boolean;
  readonly undecoded?: string;
}

export type Server = (request: ProbeRequest, nth: number) => Reply;

export function givenInputs(inputs: Readonly<Record<string, string>>): Inputs {
  const reader = inputReader({ inputs: new Map(Object.entries(inputs)), env: {} });
  const read = readInputs(reader);
  reader.done();
  return read;
}

/** The problems of wrong inputs as lines `input: problem`. */
export function problemsOf(inputs: Readonly<Record<string, string>>): readonly string[] {
  try {
    givenInputs(inputs);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ input, problem }) => `${input}: ${problem}`);
    throw error;
  }
}

/** Plans for inputs and files of a fake checkout. */
export async function planFor(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<Plan> {
  const read = givenInputs({ 'base-url': 'http://app.test', ...inputs });
  return planChecks(read, await observe(read, fakePorts({ files })));
}

export interface Played {
  readonly results: readonly CheckResult[];
  readonly requests: readonly ProbeRequest[];
  readonly waitedMs: number;
}

/** Runs a plan against a fake server. `signal` cancels. */
export async function play(
  plan: Plan,
  server: Server,
  options: Partial<Pick<Run, 'signal' | 'leftMs'>> = {},
): Promise<Played> {
  const requests: ProbeRequest[] = [];
  const ports = fakePorts();
  const results = await runAll(
    {
      plan,
      ports,
      signal: new AbortController().signal,
      leftMs: () => plan.inputs.timeoutMs - ports.clock.monotonic(),
      http: {
        curl: ({ url }) => `curl ${url.href}`,
        send: (first, follow) =>
          probeFollowing(first, follow, async (request) => {
            requests.push(request);
            return toResult(request, server(request, requests.length));
          }),
      },
      ...options,
    },
    { notReady: undefined, onResult: () => undefined },
  );
  return { results, requests, waitedMs: ports.clock.monotonic() };
}

export function toResult(request: ProbeRequest, reply: Reply): ProbeResult {
  const { status = 200, headers = {}, body = '{}', ms = 12, failure, tls, cut = false, undecoded } = reply;
  const entries = Object.entries(headers).map(([name, value]) => [name, [value]] as const);
  const response = {
    ...{ status, statusText: '', httpVersion: '1.1', headers: new Map(entries), cut, size: body.length },
    body: Buffer.from(body),
    ...(undecoded === undefined ? {} : { undecoded }),
  };
  return {
    url: request.url.href,
    method: request.method ?? 'GET',
    phases: { dns: 1, connect: 2, 'first-byte': ms - 4, body: 1 },
    totalMs: ms,
    address: '10.0.0.1',
    attempts: [{ address: '10.0.0.1', ms: 2 }],
    reused: false,
    tls,
    response: failure ? undefined : response,
    failure,
  };
}
