import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newFolder, read, type Shell, shells, startAgent, write } from '../../actions/ssh-deploy/test/agent-driver.ts';
import { aborted, committed, endings, expected } from '../../actions/ssh-deploy/test/agent-journals.ts';
import { journalOf, type Recovery, recoveryOf } from '../../actions/ssh-deploy/test/recovery-model.ts';

test.each(shells())('under $name every line prefix of a journal ends old or new', async (shell) => {
  expect(await endings(shell, committed)).toEqual(expected.committed);
  expect(await endings(shell, aborted)).toEqual(expected.aborted);
});

const courses = fc.record({
  steps: fc.integer({ min: 1, max: 4 }),
  afters: fc.integer({ min: 0, max: 3 }),
  failsAt: fc.integer({ min: 0, max: 7 }),
  cut: fc.nat(260),
});

/** What the real agent does with a journal: each script writes its name down. */
async function recovered(shell: Shell, journal: string): Promise<Recovery> {
  const folder = newFolder();
  for (const name of ['tx/f', 'tx/o']) mkdirSync(join(folder, name), { recursive: true });
  const scripts = [...Array(4).keys()].flatMap((n) => [`s${n}.undo`, `a${n}.do`]);
  for (const name of scripts) write(join(folder, 'tx/f', name), `echo ${name} >>../../log`);
  write(join(folder, 'tx/journal'), journal);
  const agent = startAgent({ folder, shell, tx: '-' });
  expect(await agent.exit).toBe(0);
  const end = agent.events.find(({ e }) => e === 'end');
  const runs = (read(join(folder, 'log')) ?? '').split('\n').filter(Boolean);
  return { runs, result: end?.e === 'end' ? end.result : 'none' };
}

test.each(shells())('under $name recovery is what the model says, wherever a journal was torn', async (shell) => {
  const journals = fc.sample(courses, 30).map(journalOf);
  const found = await Promise.all(journals.map(async (journal) => [journal, await recovered(shell, journal)]));
  expect(found).toEqual(journals.map((journal) => [journal, recoveryOf(journal)]));
});
