import { appendFileSync } from 'node:fs';

// The protocol between a step and its runner, by GitHub's reference "Workflow commands". @actions/core speaks it too, at
// the price of loading crypto, assert, exec and an HTTP client at each start: 20 ms of the 60 that a start may take.

/** Where the runner wants outputs or state: the variables of the environment that name the files. */
export type CommandFile = 'GITHUB_OUTPUT' | 'GITHUB_STATE';

/** Prints `::command key=value::message`, escaped so that the message cannot end the command. */
export function issueCommand(
  command: string,
  message: string,
  properties: Readonly<Record<string, string>> = {},
): void {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const head = [command, pairs.join(',')].filter(Boolean).join(' ');
  process.stdout.write(`::${head}::${escapeText(message)}\n`);
}

/** Appends a value to a command file; several lines stand between delimiters that no value can know beforehand. */
export function writeValue(file: string | undefined, name: string, value: string): void {
  if (!file) return;
  appendFileSync(file, /[\r\n]/.test(value) ? formatBlock(name, value) : `${name}=${value}\n`);
}

function formatBlock(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomToken()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** A token that text of others cannot contain. Crypto costs 6 ms, so it is loaded where it is first needed. */
export function randomToken(): string {
  return process.getBuiltinModule('node:crypto').randomUUID();
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
