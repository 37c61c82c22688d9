import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** What happens to the bytes of one direction. Positions count from the start of each connection. */
export interface Faults {
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
  /** Resets the connection once so many bytes have passed; 0 lets none through. */
  readonly cutAfter?: number;
  /** Inverts the byte at this position. */
  readonly flipAt?: number;
  /** Takes bytes and never passes them on. */
  readonly swallow?: boolean;
}

export interface ProxyFaults {
  readonly toServer?: Faults;
  readonly toClient?: Faults;
  /** Connections beyond this many are passed on without a fault. */
  readonly onlyFirst?: number;
}

export interface FaultProxy {
  readonly port: number;
  /** Connections taken so far. */
  readonly connections: () => number;
  /** For connections that come after. */
  readonly setFaults: (faults: ProxyFaults) => void;
  readonly close: () => Promise<void>;
}

/** A TCP proxy on loopback that does to a connection what networks do. */
export async function startFaultProxy(
  target: { readonly host: string; readonly port: number },
  initial: ProxyFaults = {},
): Promise<FaultProxy> {
  let faults = initial;
  let count = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    count += 1;
    const chosen = count > (faults.onlyFirst ?? Number.POSITIVE_INFINITY) ? {} : faults;
    const upstream = connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    join(client, upstream, chosen);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    setFaults: (next) => {
      faults = next;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      await closed.promise;
    },
  };
}

function join(client: Socket, upstream: Socket, faults: ProxyFaults): void {
  const breakBoth = () => {
    for (const socket of [client, upstream]) if (!socket.destroyed) socket.resetAndDestroy();
  };
  client.on('error', breakBoth);
  upstream.on('error', breakBoth);
  client.pipe(faultStream(faults.toServer ?? {}, breakBoth)).pipe(upstream);
  upstream.pipe(faultStream(faults.toClient ?? {}, breakBoth)).pipe(client);
  if (faults.toServer?.cutAfter === 0) breakBoth();
}

function faultStream(faults: Faults, cut: () => void): Transform {
  let passed = 0;
  const apply = async (chunk: Buffer): Promise<Buffer> => {
    if (faults.delayMs !== undefined) await sleep(faults.delayMs);
    if (faults.bytesPerSecond !== undefined) await sleep((chunk.length / faults.bytesPerSecond) * 1000);
    const flip = (faults.flipAt ?? -1) - passed;
    if (flip >= 0 && flip < chunk.length) chunk.writeUInt8(chunk.readUInt8(flip) ^ 0xff, flip);
    return faults.swallow ? Buffer.alloc(0) : chunk;
  };
  return new Transform({
    // A small buffer, so that a throttled connection holds its sender back instead of hiding bytes here.
    highWaterMark: 16_384,
    transform(chunk: Buffer, _encoding, done) {
      apply(chunk)
        .then((bytes) => {
          const left = (faults.cutAfter ?? Number.POSITIVE_INFINITY) - passed;
          passed += chunk.length;
          if (bytes.length < left) return done(null, bytes);
          this.push(bytes.subarray(0, left));
          // The bytes before the cut must reach the other side first.
          setTimeout(cut, 20);
        })
        .catch(done);
    },
  });
}
