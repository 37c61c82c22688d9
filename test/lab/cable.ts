import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Direction = 'toServer' | 'toClient';

/** A network cable to a server's port, on loopback, that a test can pull out and plug in again. */
export interface Cable {
  readonly port: number;
  /** Bytes stop, as in a network that drops every packet; connections stay open, and both sides see silence. */
  readonly pull: (...directions: readonly Direction[]) => void;
  /** Pulls it in the middle of what is sent to the server, after so many bytes from now; resolves when that has happened. */
  readonly pullAfter: (bytes: number) => Promise<void>;
  /** What was sent meanwhile arrives. */
  readonly plug: () => void;
  /** Ends every connection on both sides; what was held back is lost. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** Lays a cable to `target`. `port` 0 takes a free one. */
export async function layCable(target: { readonly host: string; readonly port: number }, port = 0): Promise<Cable> {
  const pulled = new Set<Direction>();
  const pairs = new Set<Readonly<Record<Direction, readonly [from: Socket, to: Socket]>>>();
  let sent: (bytes: number) => void = () => undefined;
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    const pair = { toServer: [client, upstream], toClient: [upstream, client] } as const;
    pairs.add(pair);
    for (const [from, to] of Object.values(pair)) {
      from.on('error', () => undefined);
      // What a pulled cable hides must stay hidden: the other side of a dead client only sees silence.
      from.on('close', () => from.isPaused() || to.destroy());
    }
    for (const direction of ['toServer', 'toClient'] as const) move(pair[direction], pulled.has(direction));
    client.on('data', ({ length }) => sent(length));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const apply = (): void => {
    for (const pair of pairs) {
      for (const direction of ['toServer', 'toClient'] as const) move(pair[direction], pulled.has(direction));
    }
  };
  const pull: Cable['pull'] = (...directions) => {
    for (const direction of directions.length > 0 ? directions : (['toServer', 'toClient'] as const))
      pulled.add(direction);
    apply();
  };
  const pullAfter = (bytes: number): Promise<void> =>
    new Promise((resolve) => {
      let left = bytes;
      sent = (length) => {
        left -= length;
        if (left > 0) return;
        sent = () => undefined;
        pull();
        resolve();
      };
    });
  const cut = (): void => {
    for (const { toServer } of pairs) for (const socket of toServer) socket.destroy();
    pairs.clear();
  };
  return {
    port: (server.address() as AddressInfo).port,
    pull,
    pullAfter,
    plug: () => {
      pulled.clear();
      apply();
    },
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function move([from, to]: readonly [Socket, Socket], held: boolean): void {
  from.unpipe(to);
  if (held) from.pause();
  else from.pipe(to);
}
