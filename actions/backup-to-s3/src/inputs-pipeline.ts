import { type InputReader, Secret, splitWords } from '@suite/core';
import { type Compression, parseCompression } from './compression.ts';
import type { Mode } from './inputs.ts';
import { parseRecipient } from './recipient.ts';

export interface PipelineInputs {
  readonly compression: Compression;
  /** Public keys; empty: nothing is encrypted. */
  readonly recipients: readonly string[];
  /** Bytes; absent: chosen from the estimated size. */
  readonly partSize: number | undefined;
  /** Parts in flight at once. */
  readonly concurrency: number;
  readonly maxMemory: number;
}

const MIB = 1024 ** 2;

export function readPipeline(read: InputReader, mode: Mode): PipelineInputs {
  const compression = read.parsed('compression', { fallback: 'zstd:3' }, parseCompression);
  const recipients = readRecipients(read);
  const encryption = read.choice('encryption', ['required', 'optional'], 'required');
  if (mode === 'backup' && encryption === 'required' && !read.text('age-recipients')) {
    const problem = 'is needed because encryption is required: without it the dump would be readable in the store';
    const fix = 'age-recipients: age1… (from age-keygen), or encryption: optional';
    read.problem('age-recipients', problem, fix);
  }
  const partSize = read.parsed('part-size', { fallback: 'auto' }, parsePartSize);
  const concurrency = read.integer('concurrency', { fallback: '3', min: 1, max: 16 }) ?? 3;
  const maxMemory = read.size('max-memory', { fallback: '128MiB' }) ?? 128 * MIB;
  const part = partSize ?? 5 * MIB;
  if (part * (concurrency + 1) > maxMemory) {
    const problem = `is too small for ${concurrency + 1} parts of ${Math.round(part / MIB)}MiB`;
    read.problem('max-memory', problem, `max-memory: ${Math.ceil((part * (concurrency + 1)) / MIB)}MiB`);
  }
  return { compression: compression ?? { kind: 'none' }, recipients, partSize, concurrency, maxMemory };
}

/** Not quoted when wrong: whoever mixes up the keys of a pair would find the private one in the log. */
function readRecipients(read: InputReader): readonly string[] {
  const words = splitWords(read.text('age-recipients') ?? '');
  return words.flatMap((word) => {
    try {
      return [parseRecipient(word)];
    } catch (error) {
      if (/^AGE-SECRET-KEY-/i.test(word)) new Secret(word);
      read.problem('age-recipients', (error as Error).message);
      return [];
    }
  });
}

function parsePartSize(value: string): number | undefined {
  if (value.toLowerCase() === 'auto') return undefined;
  const match = /^(\d+)MiB$/i.exec(value);
  const mib = Number(match?.[1]);
  if (!match || mib < 5 || mib > 5120)
    throw new RangeError('is neither auto nor 5MiB to 5120MiB; write for example 16MiB');
  return mib * MIB;
}
