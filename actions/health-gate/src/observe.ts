import { ActionError, type Ports } from '@suite/core';
import { type Baseline, readBaseline } from './baseline.ts';
import type { Inputs } from './inputs.ts';

/** What is read before anything is probed: the authorities of `ca-cert`, the report of `baseline`. */
export interface Facts {
  readonly ca: string | undefined;
  readonly baseline: Baseline | undefined;
}

export async function observe({ caCert, baseline }: Inputs, ports: Ports): Promise<Facts> {
  const report = baseline === undefined ? undefined : readBaseline(baseline, await ports.files.readText(baseline));
  return { ca: await readAuthorities(caCert, ports), baseline: report };
}

async function readAuthorities(caCert: string | undefined, ports: Ports): Promise<string | undefined> {
  if (caCert === undefined || caCert.includes('-----BEGIN CERTIFICATE-----')) return caCert;
  const ca = await ports.files.readText(caCert);
  if (ca?.includes('-----BEGIN CERTIFICATE-----')) return ca;
  const what = ca === undefined ? 'is no file' : 'holds no PEM certificate';
  throw new ActionError(`ca-cert: ${caCert} ${what}`, {
    code: 'E_CA_CERT',
    hint: 'give the PEM text itself, or the path of a file of the checkout that holds it',
  });
}
