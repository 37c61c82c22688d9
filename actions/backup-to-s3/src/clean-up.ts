import { type InputReader, type Ports, paragraphs, type Report } from '@suite/core';
import { readStore } from './inputs-store.ts';
import { endJournal, readJournal } from './journal.ts';
import { openStore } from './ports/s3.ts';
import { undo } from './undo.ts';

/** Post: after a kill or a cancel that came too fast for main, repeats what main would have undone. */
export async function cleanUp(ports: Ports, read: InputReader): Promise<Report | undefined> {
  const journal = readJournal(ports.state);
  if (journal === undefined) return undefined;
  const settings = readStore(read);
  read.done();
  const store = await openStore({ ...settings, retries: 3 }, ports);
  // Killed after the manifest was written: the backup is verified and whole, so it stays.
  const whole = (await store.head(journal.manifestKey)) !== undefined;
  const done = whole ? [] : await undo(store, journal);
  endJournal(ports.state);
  for (const line of done) ports.log.info(line);
  if (done.length === 0) return undefined;
  const summary = paragraphs(
    '### backup-to-s3: cleaned up',
    'The run ended early; no part of its backup is left:',
    done.map((line) => `- ${line}`).join('\n'),
  );
  return { outputs: {}, summary };
}
