/** How well something is, by its own words. `starting` is on its way; `unknown` is a word that nobody knows. */
export type Level = 'healthy' | 'degraded' | 'starting' | 'unknown' | 'unhealthy';

const ORDER: readonly Level[] = ['healthy', 'degraded', 'starting', 'unknown', 'unhealthy'];

const VOCABULARY: Readonly<Record<Exclude<Level, 'unknown'>, string>> = {
  healthy: 'healthy pass passing ok up green alive ready available operational running true',
  degraded: 'degraded warn warning yellow partial slow',
  starting: 'starting pending initializing',
  unhealthy: 'unhealthy fail failed failing error down red critical dead unavailable outofservice shuttingdown false',
};

const LEVELS: ReadonlyMap<string, Level> = new Map(
  Object.entries(VOCABULARY).flatMap(([level, words]) =>
    words.split(' ').map((word): [string, Level] => [word, level as Level]),
  ),
);

/** The level that a word means; case, `_`, `-` and spaces do not count. */
export function levelOf(word: string): Level {
  return LEVELS.get(word.toLowerCase().replace(/[\s_-]/g, '')) ?? 'unknown';
}

/** The worst of several; of none, healthy. */
export function worst(levels: readonly Level[]): Level {
  return levels.reduce<Level>((a, b) => (isWorse(b, a) ? b : a), 'healthy');
}

/** Whether the first is worse than the second. */
export function isWorse(a: Level, b: Level): boolean {
  return ORDER.indexOf(a) > ORDER.indexOf(b);
}
