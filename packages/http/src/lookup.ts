import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';

/** Look-ups under way. None can be stopped, and Node does two at a time: one of a name must do for all who ask. */
const underWay = new Map<string, Promise<readonly string[]>>();

/** Every address of a name, in the system's order. @throws the system's error (ENOTFOUND, EAI_AGAIN). */
export async function lookupAddresses(host: string): Promise<readonly string[]> {
  if (isIP(host)) return [host];
  const found = underWay.get(host) ?? askSystem(host).finally(() => underWay.delete(host));
  underWay.set(host, found);
  return found;
}

async function askSystem(host: string): Promise<readonly string[]> {
  const { lookup } = await import('node:dns');
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error: Error | null, found: readonly LookupAddress[]) => {
      if (error) reject(error);
      else resolve([...new Set(found.map(({ address }) => address))]);
    });
  });
}
