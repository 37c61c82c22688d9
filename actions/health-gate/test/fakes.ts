import { inputReader, inputSource } from '@suite/core';
import type { ConnectionResult, ProbeFailure, ProbeResult } from '@suite/http';
import { type FakePorts, fakePorts } from '@suite/testing';
import type { Baseline } from '../src/baseline.ts';
import { type GateResult, runGate } from '../src/execute.ts';
import { readInputs } from '../src/inputs.ts';
import { type GatePlan, planGate } from '../src/plan.ts';
import { type Probes, realProbes } from '../src/ports/probes.ts';

/** The plan of some inputs; control points to a port where nobody listens. */
export async function planOf(
  inputs: Readonly<Record<string, string>>,
  ca?: string,
  baseline?: Baseline,
): Promise<GatePlan> {
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const reader = inputReader(inputSource({ ...Object.fromEntries(variables), GITHUB_API_URL: 'http://127.0.0.1:9' }));
  const parsed = await readInputs(reader);
  reader.done();
  return planGate(parsed, { ca, baseline });
}

/** A gate over fakes: time passes only by sleeping. */
export async function gate(
  plan: GatePlan,
  probes: Partial<Probes>,
  signal?: AbortSignal,
): Promise<{ result: GateResult; ports: FakePorts; report: unknown }> {
  const ports = fakePorts(signal ? { signal } : {});
  const result = await runGate(plan, {
    ...ports,
    probes: { ...realProbes(host), reaches: async () => true, tidy: () => undefined, ...probes },
  });
  return { result, ports, report: JSON.parse(String(ports.tree.get(result.report))) };
}

const host = {
  run: async () => ({ totalMs: 1, reached: false, result: undefined, failure: 'no host' }),
  close: async () => undefined,
};

export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ProbeResult {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    ...nothing,
    url: 'https://app/health',
    method: 'GET',
    reused: false,
    response: {
      status,
      statusText: '',
      httpVersion: '1.1',
      headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
      body: bytes,
      cut: false,
      size: bytes.length,
    },
  };
}

export function silence(message = 'nobody listens', kind: ProbeFailure['kind'] = 'connect-refused'): ProbeResult {
  return { ...answer(0, ''), address: undefined, response: undefined, failure: { kind, phase: 'connect', message } };
}

export function connected<T>(value: T): ConnectionResult<T> {
  return { ...nothing, value };
}

const nothing = {
  phases: { dns: 1, connect: 2 },
  totalMs: 12,
  address: '10.0.0.7',
  attempts: [{ address: '10.0.0.7', ms: 2 }],
  tls: undefined,
  failure: undefined,
};
