/** A `::command key=value::message` line of a step's output, unescaped. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The workflow commands in a step's stdout, as the runner sees them: none between stop-commands and its token. */
export function parseWorkflowCommands(stdout: string): readonly WorkflowCommand[] {
  const found: WorkflowCommand[] = [];
  let stopToken: string | undefined;
  for (const line of stdout.split('\n')) {
    if (stopToken !== undefined) {
      if (line.trim() === `::${stopToken}::`) stopToken = undefined;
      continue;
    }
    const match = /^\s*::([\w-]+)(?: ([^:]*(?:[^:]|:(?!:))*?))?::(.*)$/.exec(line);
    if (!match) continue;
    const [, command = '', properties = '', message = ''] = match;
    if (command === 'stop-commands') stopToken = message.trim();
    else found.push({ command, properties: parseProperties(properties), message: unescapeText(message) });
  }
  return found;
}

/** Parses a file that a step wrote to GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV. */
export function parseFileCommands(content: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = content.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc) {
      const end = lines.indexOf(heredoc[2] ?? '', index + 1);
      if (end < 0) throw new Error(`file command ${heredoc[1]} has no closing delimiter`);
      values.set(heredoc[1] ?? '', lines.slice(index + 1, end).join('\n'));
      index = end;
    } else if (line.includes('=')) {
      values.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
    }
  }
  return values;
}

function parseProperties(text: string): Record<string, string> {
  const pairs = text.split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [
        pair.slice(0, at).trim(),
        unescapeText(pair.slice(at + 1))
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ','),
      ];
    }),
  );
}

function unescapeText(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
