import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, read, type Shell, startAgent, write } from './agent-driver.ts';

/** Two steps that set marks, their undos, and an after step; each script holds for done, half done and not done. */
const scripts = {
  'start.do': 'touch ../../new',
  'start.undo': 'rm -f ../../new',
  'switch.do': 'echo new >../../proxy',
  'switch.undo': 'echo old >../../proxy',
  'stop.do': 'rm -f ../../old',
};
export const committed =
  'begin r1 1|start start|ok start 0|start switch|ok switch 0|then stop:5|commit|after stop 0|end committed';
export const aborted =
  'begin r1 1|start start|ok start 0|start switch|fail switch 1|undo-all abort|undone switch 0|undone start 0|end aborted';

function prefixes(journal: string): readonly string[] {
  const lines = journal.split('|');
  return lines.map((_, count) => lines.slice(0, count + 1).join('|'));
}

/** A host as a transaction that was killed behind that journal left it. */
function killedBehind(journal: string): string {
  const folder = newFolder();
  for (const name of ['tx/f', 'tx/o']) mkdirSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(scripts)) write(join(folder, 'tx/f', name), text);
  write(
    join(folder, 'tx/journal'),
    `${journal
      .split('|')
      .map((line) => `1 ${line}\n`)
      .join('')}1 und`,
  );
  const has = (line: string): boolean => journal.includes(line);
  if (!has('after stop')) write(join(folder, 'old'), '');
  if (has('start start') && !has('undone start')) write(join(folder, 'new'), '');
  write(join(folder, 'proxy'), has('start switch') && !has('undone switch') ? 'new\n' : 'old\n');
  return folder;
}

/** How a host ends that a transaction left behind each whole line of a journal, one text a line. */
export function endings(shell: Shell, journal: string): Promise<readonly string[]> {
  return Promise.all(prefixes(journal).map((prefix) => settled(shell, prefix)));
}

async function settled(shell: Shell, journal: string): Promise<string> {
  const folder = killedBehind(journal);
  const agent = startAgent({ folder, shell, tx: '-' });
  const code = await agent.exit;
  const marks = ['old', 'new'].filter((mark) => existsSync(join(folder, mark))).join('+');
  const left = ['tx', 'tx.gone'].filter((name) => existsSync(join(folder, name))).join();
  return `${code} ${marks} proxy:${read(join(folder, 'proxy'))?.trim()} left:${left}`;
}

const old = '0 old proxy:old left:';

/** What must come out: a commit that is written down is kept, everything else is taken back. */
export const expected = {
  committed: [...Array(6).fill(old), ...Array(3).fill('0 new proxy:new left:')],
  aborted: Array(9).fill(old),
};
