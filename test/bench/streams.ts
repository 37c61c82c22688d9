import { type ClientRequest, type IncomingMessage, request } from 'node:http';

/** How the connections of one client of server-sent events ended; it connects again each time, as browsers do. */
export interface StreamReport {
  readonly opened: number;
  readonly events: number;
  /** The application said goodbye. */
  readonly meant: number;
  /** The connection broke without a word. */
  readonly cut: number;
  /** Nobody answered, or not with events. */
  readonly refused: number;
}

export interface Stream {
  /** Ends it; what is open then was not cut. */
  readonly close: () => StreamReport;
}

const AGAIN_MS = 200;

/** Listens to events until it is closed. */
export function openStream(url: URL): Stream {
  const report = { opened: 0, events: 0, meant: 0, cut: 0, refused: 0 };
  let closed = false;
  let current: ClientRequest | undefined;
  const again = (how: 'meant' | 'cut' | 'refused'): void => {
    if (closed) return;
    report[how] += 1;
    setTimeout(connect, AGAIN_MS);
  };
  const listen = (incoming: IncomingMessage): void => {
    const good = incoming.statusCode === 200;
    if (good) report.opened += 1;
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => {
      text = (text + chunk).slice(-200);
      report.events += chunk.split('event: tick').length - 1;
    });
    incoming.on('error', () => undefined);
    incoming.on('close', () => again(good ? (text.includes('event: bye') ? 'meant' : 'cut') : 'refused'));
  };
  const connect = (): void => {
    if (closed) return;
    let answered = false;
    current = request(url, { agent: false });
    current.on('response', (incoming) => {
      answered = true;
      listen(incoming);
    });
    current.on('error', () => {
      if (!answered) again('refused');
    });
    current.end();
  };
  connect();
  return {
    close: () => {
      closed = true;
      current?.destroy();
      return report;
    },
  };
}

export function formatStreams({ opened, meant, cut, refused }: StreamReport): string {
  return `${opened} opened, ${meant} ended by the application, ${cut} cut, ${refused} refused`;
}
