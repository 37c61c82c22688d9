import { ActionError, type Ports } from '@suite/core';
import type { Inputs } from './inputs.ts';

/** What is read before anything is probed: the authorities of `ca-cert`. */
export interface Facts {
  readonly ca: string | undefined;
}

export async function observe({ caCert }: Inputs, ports: Ports): Promise<Facts> {
  if (caCert === undefined || caCert.includes('-----BEGIN CERTIFICATE-----')) return { ca: caCert };
  const ca = await ports.files.readText(caCert);
  if (ca?.includes('-----BEGIN CERTIFICATE-----')) return { ca };
  const what = ca === undefined ? 'is no file' : 'holds no PEM certificate';
  throw new ActionError(`ca-cert: ${caCert} ${what}`, {
    code: 'E_CA_CERT',
    hint: 'give the PEM text itself, or the path of a file of the checkout that holds it',
  });
}
