import { curlLine, openConnections, type ProbeRequest, probeFollowing, type Redirects } from '@suite/http';

/** Requests over kept connections. */
export interface Http {
  readonly send: (request: ProbeRequest, follow: number) => Promise<Redirects>;
  readonly curl: (request: ProbeRequest) => string;
  readonly close: () => void;
}

/** Opens what the requests of a run share. Close it, or the process lives on with its connections. */
export function openHttp(): Http {
  const connections = openConnections();
  return {
    send: (request, follow) => probeFollowing({ ...request, connections }, follow),
    curl: curlLine,
    close: connections.close,
  };
}
