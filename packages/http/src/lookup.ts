import { type LookupAddress, lookup } from 'node:dns';
import { isIP } from 'node:net';

/** Every address of a name, in the system's order. @throws the system's error (ENOTFOUND, EAI_AGAIN). */
export function lookupAddresses(host: string): Promise<readonly string[]> {
  if (isIP(host)) return Promise.resolve([host]);
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error: Error | null, found: readonly LookupAddress[]) => {
      if (error) reject(error);
      else resolve([...new Set(found.map(({ address }) => address))]);
    });
  });
}
