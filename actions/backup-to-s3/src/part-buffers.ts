/** Buffers of one size that go round: memory stays what it was after the first parts, however long the stream is. */
export interface PartBuffers {
  /** Waits until one is free. */
  readonly take: () => Promise<Buffer>;
  readonly give: (buffer: Buffer) => void;
}

export function partBuffers(count: number, size: number): PartBuffers {
  const free: Buffer[] = [];
  const waiting: ((buffer: Buffer) => void)[] = [];
  let made = 0;
  return {
    take: async () => {
      const buffer = free.pop();
      if (buffer) return buffer;
      if (made < count) {
        made += 1;
        return Buffer.allocUnsafeSlow(size);
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    give: (buffer) => {
      const next = waiting.shift();
      if (next) next(buffer);
      else free.push(buffer);
    },
  };
}
