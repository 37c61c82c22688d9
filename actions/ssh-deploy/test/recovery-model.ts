/** What recovery does with a journal: the scripts that it runs, in order, and how the transaction ends. */
export interface Recovery {
  readonly runs: readonly string[];
  readonly result: 'committed' | 'aborted' | 'none';
}

/** Recovery as docs/agent.md has it, of the whole lines of a journal: what agent.sh must do too. */
export function recoveryOf(journal: string): Recovery {
  const lines = journal
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' ').slice(1));
  if (journal === '') return { runs: [], result: 'none' };
  const of = (word: string): readonly string[] => lines.filter(([first]) => first === word).map(([, id = '']) => id);
  const ended = of('end')[0];
  if (ended === 'committed' || ended === 'aborted') return { runs: [], result: ended };
  if (lines.findLast(([word]) => word === 'commit' || word === 'undo-all')?.[0] === 'commit') {
    const done = of('after');
    const given = of('then').map((each) => each.replace(/:.*/, ''));
    return { runs: given.filter((id) => !done.includes(id)).map((id) => `${id}.do`), result: 'committed' };
  }
  const undone = of('undone');
  return {
    runs: of('start')
      .toReversed()
      .filter((id) => !undone.includes(id))
      .map((id) => `${id}.undo`),
    result: 'aborted',
  };
}

/** How a transaction went, from which its journal follows. */
export interface Course {
  readonly steps: number;
  readonly afters: number;
  /** The step that fails, if there are so many. */
  readonly failsAt: number;
  /** Characters of the journal that reached the disk; the last line may be torn. */
  readonly cut: number;
}

/** The journal of a transaction that was killed where `cut` says. */
export function journalOf({ steps, afters, failsAt, cut }: Course): string {
  const ids = Array.from({ length: steps }, (_, index) => `s${index}`);
  const ran = ids.slice(0, failsAt + 1);
  const went = ran.flatMap((id, index) => [`start ${id}`, index === failsAt ? `fail ${id} 1` : `ok ${id} 0`]);
  const after = Array.from({ length: afters }, (_, index) => `a${index}`);
  const committing = [
    ...after.map((id) => `then ${id}:5`),
    'commit',
    ...after.map((id) => `after ${id} 0`),
    'end committed',
  ];
  const undoing = ['undo-all abort', ...ran.toReversed().map((id) => `undone ${id} 0`), 'end aborted'];
  const lines = ['begin r1 1', ...went, ...(failsAt < steps ? undoing : committing)];
  return lines
    .map((line) => `1 ${line}\n`)
    .join('')
    .slice(0, cut);
}
