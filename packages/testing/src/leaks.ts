import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A place where a planted secret was found, and in which form. */
export interface Leak {
  readonly where: string;
  readonly form: 'plain' | 'base64' | 'base64url' | 'url' | 'hex';
}

/** The places of named texts in which a planted secret stands, plain or encoded. */
export function findLeaks(secret: string, texts: Readonly<Record<string, string>>): readonly Leak[] {
  const bytes = Buffer.from(secret);
  const forms: readonly (readonly [Leak['form'], string])[] = [
    ['plain', secret],
    ['base64', bytes.toString('base64').replace(/=+$/, '')],
    ['base64url', bytes.toString('base64url')],
    ['url', encodeURIComponent(secret)],
    ['hex', bytes.toString('hex')],
  ];
  return Object.entries(texts).flatMap(([where, text]) =>
    forms.filter(([, form]) => text.includes(form)).map(([form]) => ({ where, form })),
  );
}

/** The places of a folder's files, whole and as deep as they go, in which a planted secret stands. */
export function findLeaksInFolder(secret: string, folder: string): readonly Leak[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  return files.flatMap((path) => findLeaks(secret, { [path]: readFileSync(path, 'latin1') }));
}

/** The command lines of every process of this machine, sampled until `stop`: where an argv leak shows. */
export function watchCommandLines(everyMs = 25): { stop: () => string } {
  const seen = new Set<string>();
  const timer = setInterval(() => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        seen.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
      } catch {
        // The process has ended between the listing and the reading.
      }
    }
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return [...seen].join('\n');
    },
  };
}
