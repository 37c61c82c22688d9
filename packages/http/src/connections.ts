import type { DialAgent } from './dial-agent.ts';

/** Kept connections. Requests to the same place with the same TLS options share them. */
export interface Connections {
  /** Made with the first request. */
  readonly agent: () => Promise<DialAgent>;
  /** Closes the idle ones. */
  readonly close: () => void;
}

/** Opens a set of kept connections; `close` it, or they keep the process alive until their servers close them. */
export function openConnections(): Connections {
  let opened: Promise<DialAgent> | undefined;
  return {
    agent: () => {
      opened ??= import('./dial-agent.ts').then(
        ({ DialAgent: Pool }) => new Pool({ keepAlive: true, maxFreeSockets: 32 }),
      );
      return opened;
    },
    close: () => {
      opened?.then((agent) => agent.destroy());
    },
  };
}
