import { writeValue } from './runner.ts';

/** What main leaves for post. Saved before the work that it describes starts, so that post cleans up after a crash. */
export interface State {
  readonly save: (name: string, value: string) => void;
  readonly read: (name: string) => string | undefined;
}

/** The runner's state, over `GITHUB_STATE` and `STATE_*`. It is written to disk in the clear: no secret goes there. */
export function realState(env: Readonly<Record<string, string | undefined>>): State {
  return {
    save: (name, value) => writeValue(env['GITHUB_STATE'], name, value),
    read: (name) => env[`STATE_${name}`] || undefined,
  };
}
