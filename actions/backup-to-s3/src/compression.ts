export type Compression =
  | { readonly kind: 'none' }
  | { readonly kind: 'zstd'; readonly level: number }
  | { readonly kind: 'gzip'; readonly level: number };

const LEVELS = { zstd: 19, gzip: 9 } as const;

/** @throws RangeError with the forms that are taken. */
export function parseCompression(text: string): Compression {
  if (text === 'none') return { kind: 'none' };
  const match = /^(zstd|gzip)(?::(\d{1,2}))?$/.exec(text);
  const kind = match?.[1] as 'zstd' | 'gzip' | undefined;
  if (kind === undefined) throw new RangeError('is none of zstd:N, gzip:N, none; write for example zstd:3');
  const level = Number(match?.[2] ?? (kind === 'zstd' ? 3 : 6));
  if (level < 1 || level > LEVELS[kind]) throw new RangeError(`has a level outside of 1 to ${LEVELS[kind]}`);
  return { kind, level };
}

export function formatCompression(compression: Compression): string {
  return compression.kind === 'none' ? 'none' : `${compression.kind}:${compression.level}`;
}
