const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 1024,
  MIB: 1024 ** 2,
  GIB: 1024 ** 3,
  TIB: 1024 ** 4,
};

/**
 * Parses `500MB` (decimal) and `512MiB` (binary) into bytes.
 * @throws RangeError with the corrected form: a bare number has no unit.
 */
export function parseSize(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) throw new RangeError(`has no unit; write ${text}MB or ${text}MiB`);
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT]?i?B)$/i.exec(text);
  const unit = UNITS[match?.[2]?.toUpperCase() ?? ''];
  if (!match || unit === undefined) throw new RangeError('is not a size; write for example 500MB or 512MiB');
  return Math.round(Number(match[1]) * unit);
}

/** Writes bytes for people in decimal units with one digit: `612.4 MB`. */
export function formatSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(Math.abs(bytes), 1)) / 3), units.length - 1);
  const value = bytes / 1_000 ** power;
  return power === 0 ? `${bytes} B` : `${value.toFixed(1)} ${units[power]}`;
}
