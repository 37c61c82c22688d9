import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A place where a planted secret was found, and in which form; `cut` is its first or its last half. */
export interface Leak {
  readonly where: string;
  readonly form: 'plain' | 'base64' | 'base64url' | 'url' | 'hex' | 'json' | 'markdown' | 'xml' | 'shell' | 'cut';
}

/** The places of named texts in which a planted secret stands: plain, encoded, escaped, quoted, or half of it. */
export function findLeaks(secret: string, texts: Readonly<Record<string, string>>): readonly Leak[] {
  const forms = formsOf(secret);
  return Object.entries(texts).flatMap(([where, text]) => {
    const found = forms.filter(([, form]) => text.includes(form)).map(([form]) => form);
    const cut = found.length === 0 && halvesOf(secret).some((half) => unquoted(text).includes(half));
    return [...new Set(found), ...(cut ? (['cut'] as const) : [])].map((form) => ({ where, form }));
  });
}

/** Written here once more, not taken from what is tested by it. */
function formsOf(secret: string): readonly (readonly [Leak['form'], string])[] {
  const bytes = Buffer.from(secret);
  const octet = (sign: string): string => `%${Buffer.from(sign).toString('hex').toUpperCase()}`;
  const component = encodeURIComponent(secret);
  const strict = component.replace(/[!'()*]/g, octet);
  const urls = [
    component,
    strict,
    strict.replace(/[-_.~]/g, octet),
    new URLSearchParams([['', secret]]).toString().slice(1),
  ];
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    ['plain', secret],
    ['base64', bytes.toString('base64').replace(/=+$/, '')],
    ['base64url', bytes.toString('base64url')],
    ...[...urls, ...urls.map((url) => url.toLowerCase())].map((url) => ['url', url] as const),
    ['hex', bytes.toString('hex')],
    ['json', json],
    ['json', JSON.stringify(json).slice(1, -1)],
    ['markdown', secret.replace(/[\\`*_[\]<>&#|~]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`))],
    ['xml', secret.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`)],
    ['shell', secret.replaceAll("'", "'\\''")],
    ['shell', secret.replace(/[\\']/g, '\\$&')],
  ];
}

function unquoted(text: string): string {
  return text.replace(/'\\+''/g, "'");
}

/** What a text cut in the middle of a secret leaves of it; nothing of what is too short, or public as a scheme is. */
function halvesOf(secret: string): readonly string[] {
  const length = Math.max(8, Math.ceil(secret.length / 2));
  const halves = secret.length > length ? [secret.slice(0, length), secret.slice(-length)] : [];
  return halves.filter((half) => !half.includes('://'));
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
