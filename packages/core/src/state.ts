import * as actions from '@actions/core';

/** What main leaves for post. Saved before the work that it describes starts, so that post cleans up after a crash. */
export interface State {
  readonly save: (name: string, value: string) => void;
  readonly read: (name: string) => string | undefined;
}

/** The runner's state, over `GITHUB_STATE` and `STATE_*`. It is written to disk in the clear: no secret goes there. */
export function realState(): State {
  return {
    save: (name, value) => actions.saveState(name, value),
    read: (name) => actions.getState(name) || undefined,
  };
}
