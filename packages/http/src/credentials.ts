/** Whether a header's value is a credential, by its name: the standard ones, and what servers call theirs. */
export function isCredentialHeader(name: string): boolean {
  return /^(proxy-)?authorization$|^(set-)?cookie$|token|secret|password|api-?key/i.test(name);
}

/** What of a URL is a credential, as it is written and as it is meant: its password, or a user name that stands alone. */
export function credentialsIn(url: URL): readonly string[] {
  const written = url.password || url.username;
  return written === '' ? [] : [...new Set([written, decode(written)])];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
