import { inspect } from 'node:util';

const MASK = '***';
const PLAIN = /^(?:\d{4,5}|true|false|null|none)$/i;
const registered = new Set<string>();
/** The same, longest first; undefined where one has come since. */
let sorted: readonly string[] | undefined;
let announce: (form: string) => void = () => undefined;

/**
 * A value that must never be shown. Every way of printing it gives `***`; only `reveal()` gives the value, and is
 * called where it leaves the process (a child's stdin or environment, a request header), nowhere else.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
    for (const form of secretForms(value)) {
      if (registered.has(form)) continue;
      announce(form);
      registered.add(form);
      sorted = undefined;
    }
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}

/** Has each form of each secret that is made from now on told to the runner, which masks it in everybody's log. */
export function announceSecrets(listener: (form: string) => void): void {
  announce = listener;
}

/**
 * Every text by which a value could be recognised: itself, each of its lines, and its hex, base64, base64url,
 * URL-encoded, JSON-escaped (once and twice), HTML-escaped and quoted (shell, env file) forms. Texts below four
 * characters, ports and plain words are left out: masking `1`, `8080` or `true` would blot out whole logs.
 */
export function secretForms(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  const encoded = ['hex', 'base64', 'base64url'].map((encoding) => bytes.toString(encoding as BufferEncoding));
  const inMiddle = ['base64', 'base64url'].flatMap((encoding) =>
    [1, 2].map((shift) => shiftedBase64(bytes, shift, encoding as BufferEncoding)),
  );
  const quoted = [
    ...[value.replaceAll("'", `'\\''`), value.replace(/[\\']/g, '\\$&')],
    ...[/[\\"$]/g, /[\\"$`]/g].map((signs) => value.replace(signs, '\\$&').replaceAll('\n', '\\n')),
  ];
  const plain = [value, value.trim(), ...lines];
  const escaped = [...jsonForms(value), ...htmlForms(value), ...quoted];
  const forms = [...plain, ...encoded, ...inMiddle, ...urlForms(value), ...escaped];
  return [...new Set(forms.filter((form) => form.length >= 4 && !PLAIN.test(form)))];
}

/** As servers of several languages write a text into JSON, once and twice: PHP escapes `/`, Go `<`, Python `é`. */
function jsonForms(value: string): readonly string[] {
  const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);
  const unicode = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const once = asJson(value);
  const ascii = once.replace(/[^\0-\x7e]/g, unicode);
  const php = ascii.replaceAll('/', '\\/');
  const all = [once, ascii, php, once.replaceAll('/', '\\/'), once.replace(/[<>&]/g, unicode)];
  return all.flatMap((text) => [text, asJson(text)]);
}

/** As an HTML or XML page writes a text: quotes are escaped in one of several ways, or not at all. */
function htmlForms(value: string): readonly string[] {
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quotes = ['&#39;', '&#x27;', '&apos;', "'"].map((quote) => text.replaceAll("'", quote));
  return quotes.flatMap((form) => [form, form.replaceAll('"', '&quot;'), form.replaceAll('"', '&#34;')]);
}

/** As the parts of an address write it, each of which escapes other characters: WHATWG URL, "percent-encode sets". */
function urlForms(value: string): readonly string[] {
  const text = value.toWellFormed();
  const url = new URL('http://host/');
  url.username = text;
  url.pathname = `/${text}`;
  url.search = text;
  url.hash = text;
  // Written into an address as it is: what stands behind a `#` is escaped otherwise, and never sent.
  const { search, hash } = new URL(`http://host/?${text}`);
  const component = encodeURIComponent(text);
  const strict = component.replace(/[!'()*]/g, percentEncode);
  const forms = [
    ...[component, strict, strict.replace(/[-_.~]/g, percentEncode), encodeURI(text)],
    new URLSearchParams({ v: text }).toString().slice(2),
    ...[url.username, url.pathname.slice(1), url.search.slice(1), url.hash.slice(1)],
    ...(hash === '' ? [] : [`${search.slice(1)}${hash}`, ...(search.length > 8 ? [search.slice(1)] : [])]),
  ];
  return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())]);
}

function percentEncode(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The base64 of a value that stands behind 1 or 2 other bytes, without the characters that those bytes decide. */
function shiftedBase64(bytes: Buffer, shift: number, encoding: BufferEncoding): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString(encoding)
    .replace(/=+$/, '');
  const tail = (shift + bytes.length) % 3 === 0 ? text.length : text.length - 1;
  return bytes.length < 6 ? '' : text.slice(shift + 1, tail);
}

/** Forgets every secret made so far: for a process that plays several runs, as tests do. */
export function forgetSecrets(): void {
  registered.clear();
  sorted = undefined;
}

/** Replaces every form of every secret of this process in a text by `***`, longest first. */
export function redact(text: string): string {
  sorted ??= [...registered].sort((a, b) => b.length - a.length);
  return sorted.reduce((shown, form) => (shown.includes(form) ? shown.replaceAll(form, MASK) : shown), text);
}

/** A text of others for people: no secret in it, and at most `most` characters, with `…` where it went on. */
export function excerpt(text: string, most: number): string {
  const shown = redact(text);
  return shown.length > most ? `${shown.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : shown;
}
