import { redact } from './secret.ts';

/** Bytes; above 1 MiB the runner uploads nothing at all. */
const LIMIT_BYTES = 1_000_000;

/** A GFM table; cells are redacted and escaped. No rows: no table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text of others in a Markdown paragraph: no secret, no tag, no link, no formatting comes through. */
export function escapeMarkdown(text: string): string {
  // First the secrets: escaped they would not be found any more.
  return redact(text).replace(/[\\`*_[\]<>&#|~]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`));
}

/** A fenced block without secrets whose fence is longer than any inside. */
export function codeBlock(text: string, language = ''): string {
  const shown = redact(text);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** Inline code without secrets, safe inside a table cell. */
export function code(text: string): string {
  const shown = redact(text);
  return shown.includes('`') ? escapeMarkdown(shown) : `\`${shown}\``;
}

/** A folded section; its title is redacted. */
export function details(title: string, body: string): string {
  return `<details><summary>${redact(title).replaceAll('<', '&lt;')}</summary>\n\n${body}\n\n</details>`;
}

/** Joins the parts of a summary that are there. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** Cuts a summary below the runner's limit and says so. */
export function cutSummary(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= LIMIT_BYTES) return markdown;
  const kept = bytes
    .subarray(0, LIMIT_BYTES - 200)
    .toString('utf8')
    .replace(/\n[^\n]*$/, '');
  return `${kept}\n\n_Cut here: the summary was ${bytes.length} bytes, the runner takes 1 MiB. The log has the rest._`;
}

function escapeCell(cell: string): string {
  return redact(cell)
    .replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|')
    .replace(/\r?\n/g, '<br>');
}
