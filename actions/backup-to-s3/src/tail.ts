import type { SourceKind } from './inputs-source.ts';

/** The last bytes of a stream, kept while it flows. */
export interface Tail {
  readonly add: (chunk: Buffer) => void;
  readonly bytes: () => Buffer;
}

export function keepTail(limit: number): Tail {
  let kept = Buffer.alloc(0);
  return {
    add: (chunk) => {
      const joined = chunk.length >= limit ? chunk : Buffer.concat([kept, chunk]);
      kept = Buffer.from(joined.subarray(Math.max(0, joined.length - limit)));
    },
    bytes: () => kept,
  };
}

/** Bytes of the end that `missingEnd` has to see. */
export const TAIL_BYTES = 1024;

/** What a whole dump of this kind ends with and this one does not; undefined: the end is there, or none is known. */
export function missingEnd(kind: SourceKind, tail: Buffer): string | undefined {
  if (kind === 'postgres') {
    const trailer = '-- PostgreSQL database dump complete';
    return tail.includes(trailer) ? undefined : `the line "${trailer}"`;
  }
  if (kind === 'directory')
    return tail.length === TAIL_BYTES && tail.every((byte) => byte === 0) ? undefined : 'two empty blocks';
  return undefined;
}
