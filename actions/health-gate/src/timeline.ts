import { formatDuration } from '@suite/core';
import type { GateState } from './gate.ts';
import { isGood, type Moment, type SampleClass } from './moment.ts';
import type { Round } from './sample.ts';

const BARS = '▁▂▃▄▅▆▇█';
const MARKS: Readonly<Record<SampleClass, string>> = { pass: '🟩', warn: '🟨', fail: '🟥', error: '⬛' };
const WIDEST = 60;
/** In a long bake one line in so many says that it goes on. */
const QUIET_ROUNDS = 30;

interface Told {
  readonly round: Round;
  readonly before: Moment | undefined;
  readonly index: number;
}

/** The log line of a round, or undefined where a long bake says nothing new. */
export function roundLine({ round, before, index }: Told, from: GateState, to: GateState): string | undefined {
  const news = from.phase !== to.phase || before?.class !== round.class;
  if (!news && to.phase === 'baking' && index % QUIET_ROUNDS !== 0) return undefined;
  const streak = to.phase === 'healthy' ? ` ${to.streak} in a row` : '';
  const at = formatDuration(round.atMs).padStart(9);
  const took = `(${formatDuration(round.latencyMs)})`;
  return `${at}  ${round.class.padEnd(5)}  ${round.message} ${took} → ${to.phase}${streak}`;
}

/** Notes of a round that were not told before; `told` takes them up. */
export function newNotes(told: Set<string>, round: Round): readonly string[] {
  const fresh = new Set(round.samples.flatMap((sample) => sample.notes)).difference(told);
  for (const note of fresh) told.add(note);
  return [...fresh];
}

/** States and latencies of a timeline in two lines; of more than fit each mark is the worst of several. */
export function sparkline(moments: readonly Moment[]): string {
  if (moments.length === 0) return '';
  const size = Math.ceil(moments.length / WIDEST);
  const groups = Array.from({ length: Math.ceil(moments.length / size) }, (_, index) =>
    moments.slice(index * size, (index + 1) * size),
  );
  const slowest = Math.max(...moments.map(({ latencyMs }) => latencyMs), 1);
  const states = groups.map((group) => MARKS[(group.find((moment) => !isGood(moment)) ?? group[0])?.class ?? 'pass']);
  const latencies = groups.map((group) => {
    const ms = Math.max(...group.map(({ latencyMs }) => latencyMs));
    return BARS[Math.min(BARS.length - 1, Math.floor((ms / slowest) * BARS.length))];
  });
  const scale = `slowest ${formatDuration(slowest)}${size > 1 ? `, ${size} samples a mark` : ''}`;
  return `${states.join('')}\n${latencies.join('')}  ${scale}`;
}
