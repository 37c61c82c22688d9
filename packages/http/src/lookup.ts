import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';

/** Every address of a name, in the system's order. @throws the system's error (ENOTFOUND, EAI_AGAIN). */
export async function lookupAddresses(host: string): Promise<readonly string[]> {
  if (isIP(host)) return [host];
  const { lookup } = await import('node:dns');
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error: Error | null, found: readonly LookupAddress[]) => {
      if (error) reject(error);
      else resolve([...new Set(found.map(({ address }) => address))]);
    });
  });
}
