/** Reads length-prefixed strings and numbers one after the other, RFC 4251 §5. */
export interface WireReader {
  /** @throws RangeError where the bytes end before the string does. */
  readonly string: () => Buffer;
  readonly text: () => string;
  readonly uint32: () => number;
  readonly uint64: () => bigint;
  /** Whether everything was read. */
  readonly ended: () => boolean;
}

/** A reader over bytes from an offset on. */
export function wireReader(bytes: Buffer, start = 0): WireReader {
  let at = start;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('is damaged: it ends too early');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const uint32 = (): number => take(4).readUInt32BE();
  const string = (): Buffer => take(uint32());
  return {
    string,
    text: () => string().toString(),
    uint32,
    uint64: () => take(8).readBigUInt64BE(),
    ended: () => at === bytes.length,
  };
}
