import { formatDuration } from '@suite/core';
import { isGood } from './figures.ts';
import type { GateState } from './gate.ts';
import type { Round, SampleClass } from './sample.ts';

const BARS = '▁▂▃▄▅▆▇█';
const MARKS: Readonly<Record<SampleClass, string>> = { pass: '🟩', warn: '🟨', fail: '🟥', error: '⬛' };
const WIDEST = 60;
/** In a long bake one line in so many says that it goes on. */
const QUIET_ROUNDS = 30;

interface Told {
  readonly round: Round;
  readonly before: Round | undefined;
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

/** Notes of a round that no round before had: each is told once. */
export function newNotes(rounds: readonly Round[], round: Round): readonly string[] {
  const notes = (one: Round): readonly string[] => one.samples.flatMap((sample) => sample.notes);
  const known = new Set(rounds.flatMap(notes));
  return [...new Set(notes(round))].filter((note) => !known.has(note));
}

/** States and latencies of all rounds in two lines; of more rounds than fit each mark is the worst of several. */
export function sparkline(rounds: readonly Round[]): string {
  if (rounds.length === 0) return '';
  const size = Math.ceil(rounds.length / WIDEST);
  const groups = Array.from({ length: Math.ceil(rounds.length / size) }, (_, index) =>
    rounds.slice(index * size, (index + 1) * size),
  );
  const slowest = Math.max(...rounds.map(({ latencyMs }) => latencyMs), 1);
  const states = groups.map((group) => MARKS[(group.find((round) => !isGood(round)) ?? group[0])?.class ?? 'pass']);
  const latencies = groups.map((group) => {
    const ms = Math.max(...group.map(({ latencyMs }) => latencyMs));
    return BARS[Math.min(BARS.length - 1, Math.floor((ms / slowest) * BARS.length))];
  });
  const scale = `slowest ${formatDuration(slowest)}${size > 1 ? `, ${size} samples a mark` : ''}`;
  return `${states.join('')}\n${latencies.join('')}  ${scale}`;
}
