import { didYouMean, parseChoice, splitWords } from '@suite/core';

export type Level = 'off' | 'warn' | 'error';
export type Rule = 'non-root' | 'healthcheck' | 'secret-env';
export type Policy = Readonly<Record<Rule, Level>>;

export const DEFAULT_POLICY = 'non-root=warn, healthcheck=warn, secret-env=error';
const RULES: readonly Rule[] = ['non-root', 'healthcheck', 'secret-env'];
const LEVELS: readonly Level[] = ['off', 'warn', 'error'];

/** What of an image's config the rules read. */
export interface ImageConfig {
  readonly User?: string;
  readonly Env?: readonly string[] | null;
  readonly Healthcheck?: { readonly Test?: readonly string[] } | null;
}

/** A rule that an image breaks. */
export interface Finding {
  readonly rule: Rule;
  readonly level: 'warn' | 'error';
  readonly problem: string;
  readonly fix: string;
}

/**
 * Parses `non-root=error, healthcheck=off`; a rule that is not named keeps its default.
 * @throws RangeError naming the word and the nearest one.
 */
export function parsePolicy(text: string): Policy {
  const policy: Record<Rule, Level> = { 'non-root': 'warn', healthcheck: 'warn', 'secret-env': 'error' };
  for (const word of splitWords(text)) {
    const [name = '', level, ...rest] = word.split('=').map((part) => part.trim());
    if (level === undefined || rest.length > 0) throw new RangeError(`has "${word}"; write for example non-root=error`);
    const rule = RULES.find((known) => known === name.toLowerCase());
    if (rule === undefined) throw new RangeError(`has the unknown rule ${name}${didYouMean(name, RULES)}`);
    policy[rule] = parseChoice(level, LEVELS);
  }
  return policy;
}

/** The rules that a config breaks. `leaks` says in which parts of the image one of the build's secrets stands. */
export function judgePolicy(policy: Policy, config: ImageConfig, leaks: readonly string[]): readonly Finding[] {
  const checks: Readonly<Record<Rule, () => Omit<Finding, 'rule' | 'level'> | undefined>> = {
    'non-root': () => checkUser(config),
    healthcheck: () => checkHealth(config),
    'secret-env': () => checkSecrets(config, leaks),
  };
  return RULES.flatMap((rule) => {
    const level = policy[rule];
    const broken = level === 'off' ? undefined : checks[rule]();
    return level === 'off' || broken === undefined ? [] : [{ rule, level, ...broken }];
  });
}

function checkUser({ User: user = '' }: ImageConfig): Omit<Finding, 'rule' | 'level'> | undefined {
  const name = user.split(':')[0] ?? '';
  if (name !== '' && name !== 'root' && !/^0+$/.test(name)) return undefined;
  const who = user === '' ? 'as root, since it names no user' : `as ${user}`;
  return { problem: `runs ${who}`, fix: 'add USER 65532 to the Dockerfile' };
}

function checkHealth({ Healthcheck: check }: ImageConfig): Omit<Finding, 'rule' | 'level'> | undefined {
  const kind = check?.Test?.[0];
  if (kind !== undefined && kind !== 'NONE') return undefined;
  return { problem: 'has no HEALTHCHECK', fix: 'add HEALTHCHECK CMD … to the Dockerfile' };
}

const SECRET_NAME = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIALS?)(?:$|_)/i;
const NOT_A_VALUE = /_(?:FILE|PATH|DIR|URL|NAME|ID|TTL|TIMEOUT|EXPIRY)$/i;

function checkSecrets(config: ImageConfig, leaks: readonly string[]): Omit<Finding, 'rule' | 'level'> | undefined {
  const named = (config.Env ?? [])
    .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)] as const)
    .filter(([name, value]) => value !== '' && SECRET_NAME.test(name) && !NOT_A_VALUE.test(name))
    .map(([name]) => `ENV ${name}`);
  const places = [...named, ...leaks];
  if (places.length === 0) return undefined;
  return {
    problem: `carries what looks like a secret: ${places.join(', ')}`,
    fix: 'pass it to the build as a secret (RUN --mount=type=secret) and to the container when it runs',
  };
}
