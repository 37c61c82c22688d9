const CREDENTIAL =
  /auth(?!or(?!i[sz]))|cookie|token|secret|passw(or)?d|passphrase|(api|access)[-_]?key|credential|signature|session|jwt|^(sig|key|pwd|pass)$/i;
const PARAMETER = /([?&])([^=&]*)=([^&]*)/g;
const MASK = '***';

/** Whether a header's value is a credential, by its name: the standard ones, and what servers call theirs. */
export function isCredentialHeader(name: string): boolean {
  return CREDENTIAL.test(name);
}

/**
 * What of a URL is a credential, as it is written and as it is meant: its password, or a user name that stands alone,
 * and the query parameters that are called like one.
 */
export function credentialsIn(url: URL): readonly string[] {
  const query = [...url.search.matchAll(PARAMETER)].filter(([, , name = '']) => isCredentialHeader(decodePart(name)));
  const written = [url.password || url.username, ...query.map(([, , , value = '']) => value)];
  const meant = written.flatMap((text) => [text, decodePart(text), decodePart(text.replaceAll('+', ' '))]);
  return [...new Set(meant)].filter((text) => text !== '');
}

/** What of a credential header's value must not be shown: itself, what stands behind its scheme, and the password in that. */
export function credentialForms(value: string): readonly string[] {
  const [, scheme = '', rest = value] = /^(\w+) +(.*)$/s.exec(value) ?? [];
  const login = /^basic$/i.test(scheme) ? Buffer.from(rest, 'base64').toString('utf8') : '';
  return [value, rest, login.slice(login.indexOf(':') + 1)];
}

/** A URL for people: each of its credentials is `***`. */
export function maskUrl(url: URL): string {
  const masked = new URL(url);
  if (masked.password !== '') masked.password = MASK;
  else if (masked.username !== '') masked.username = MASK;
  masked.search = url.search.replace(PARAMETER, (whole, before: string, name: string, value: string) =>
    value !== '' && isCredentialHeader(decodePart(name)) ? `${before}${name}=${MASK}` : whole,
  );
  return masked.href;
}

/** What a part of a URL means; the part itself where it is no percent-encoding, which URLs allow. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
