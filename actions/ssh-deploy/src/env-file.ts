/**
 * The text of an env file as compose reads it: `KEY='value'`, nothing expanded. What a single-quoted value cannot hold
 * is written in double quotes with escapes. Source: compose-go, dotenv.
 */
export function formatEnvFile(values: ReadonlyMap<string, string>): string {
  return [...values].map(([key, value]) => `${key}=${quote(value)}\n`).join('');
}

function quote(value: string): string {
  if (!/['\n\\]/.test(value)) return `'${value}'`;
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '\\$').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

/**
 * Reads an env file: `KEY=value` lines, `export`, quotes and comments. Several lines in quotes stay one value.
 * @throws RangeError with the number of the first line that is no assignment; the line may be a secret.
 */
export function parseEnvFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const pattern =
    /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=[ \t]*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\n]*?))[ \t]*(?:\s#[^\n]*)?$/gm;
  const rest = text
    .replaceAll('\r\n', '\n')
    .replace(pattern, (lines, key: string, single?: string, double?: string, bare?: string) => {
      values.set(key, single ?? (double === undefined ? (bare ?? '') : withoutEscapes(double)));
      return lines.replace(/[^\n]/g, '');
    });
  const bad = rest.split('\n').findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  if (bad >= 0) throw new RangeError(`has a line that is no KEY=value, line ${bad + 1}`);
  return values;
}

/**
 * Reads lines `KEY=value` of an input: what stands behind the first `=` is the value as it is, with quotes, `#` and `$`.
 * @throws RangeError with the number of the first line that is no assignment; the line may be a secret.
 */
export function parseEnvLines(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, key, value] = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/s.exec(line) ?? [];
    if (key === undefined || value === undefined)
      throw new RangeError(
        `has a line that is no KEY=value, line ${index + 1}; several lines of one value need env-file`,
      );
    values.set(key, value);
  }
  return values;
}

function withoutEscapes(value: string): string {
  const known: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
  return value.replace(/\\(.)/gs, (_whole, character: string) => known[character] ?? character);
}
