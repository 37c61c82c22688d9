/** Bytes; above 1 MiB the runner uploads nothing at all. */
const LIMIT_BYTES = 1_000_000;

/** A GFM table; cells are escaped. No rows: no table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text of others in a Markdown paragraph: no tag, no link, no formatting comes through. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&#|~]/g, (character) => (character === '<' ? '&lt;' : `\\${character}`));
}

/** A fenced block whose fence is longer than any inside. */
export function codeBlock(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Inline code, safe inside a table cell. */
export function code(text: string): string {
  return text.includes('`') ? escapeMarkdown(text) : `\`${text}\``;
}

/** A folded section. */
export function details(title: string, body: string): string {
  return `<details><summary>${title.replaceAll('<', '&lt;')}</summary>\n\n${body}\n\n</details>`;
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
  return cell.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|').replace(/\r?\n/g, '<br>');
}
