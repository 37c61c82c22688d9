/** What the runner hands to an action: the inputs by name and the environment, read once and nowhere else. */
export interface InputSource {
  /** Inputs by their name in action.yml; the runner passes unknown ones too. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The runner's environment without the inputs: GITHUB_*, RUNNER_*, and what the job sets. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told of each input that the action asks for; contract tests compare it with action.yml. */
  readonly onDeclare?: (declaration: InputDeclaration) => void;
}

/** One input as the code knows it. `fallback` is the text that stands for an empty or missing value. */
export interface InputDeclaration {
  readonly name: string;
  readonly required: boolean;
  readonly fallback: string | undefined;
}

/**
 * Splits an environment into inputs and the rest. The runner writes an input `max-size` as `INPUT_MAX-SIZE`.
 * Some runners and shells keep only underscores, so `INPUT_MAX_SIZE` is taken where the exact name is absent.
 */
export function inputSource(environment: Readonly<Record<string, string | undefined>>): InputSource {
  const inputs = new Map<string, string>();
  const env: Record<string, string | undefined> = {};
  for (const [key, value] of Object.entries(environment)) {
    if (key.startsWith('INPUT_'))
      inputs.set(key.slice('INPUT_'.length).toLowerCase().replaceAll('_', '-'), value ?? '');
    else env[key] = value;
  }
  return { inputs, env };
}
