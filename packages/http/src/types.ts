import type { Connections } from './connections.ts';
import type { ResolveOverrides } from './resolve.ts';

/** The steps of a request in their order: name → address, TCP, TLS, waiting for the first byte, reading the body. */
export type Phase = 'dns' | 'connect' | 'tls' | 'first-byte' | 'body';

/** How TLS is done. Certificates are always verified unless `verify` is false. */
export interface TlsOptions {
  readonly verify?: boolean;
  /** PEM of further authorities, trusted beside those that Node trusts. */
  readonly ca?: string;
  /** PEM of a client certificate and its key. */
  readonly clientCertificate?: string;
  readonly clientKey?: string;
}

/** One request. Redirects are not followed: see `probeFollowing`. */
export interface ProbeRequest {
  readonly url: URL;
  /** Default GET. */
  readonly method?: string;
  readonly headers?: ReadonlyMap<string, string>;
  readonly body?: string | Uint8Array;
  /** Milliseconds for all of it, from the name look-up to the last byte of the body. */
  readonly timeoutMs: number;
  /** Milliseconds that all connection attempts share; default: what `timeoutMs` leaves. */
  readonly connectTimeoutMs?: number;
  /** Bytes of the body that are kept; default 10 MiB. The rest is not read, unless `hash` asks for it. */
  readonly maxBodyBytes?: number;
  /** Reads the whole body, however long, for `sha256` and `size`; only `maxBodyBytes` of it are kept. */
  readonly hash?: boolean;
  readonly tls?: TlsOptions;
  /** IP addresses to connect to instead of asking DNS; Host and SNI stay those of the URL. */
  readonly addresses?: readonly string[];
  /** The same by host and port, for every host that redirects lead to; `addresses` go before it. */
  readonly resolve?: ResolveOverrides;
  /** Connections to take one from and to leave it in; absent: a connection of its own, closed afterwards. */
  readonly connections?: Connections;
  readonly signal?: AbortSignal;
}

/** Milliseconds of each phase that was entered; a reused connection has no dns, connect and tls. */
export type PhaseTimes = Readonly<Partial<Record<Phase, number>>>;

/** One try to connect to one address. `error` is the system's code (ECONNREFUSED …), absent where it connected. */
export interface Attempt {
  readonly address: string;
  readonly ms: number;
  readonly error?: string;
}

/** What the server's certificate says. Times are milliseconds since the epoch. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** DNS names and IP addresses it stands for. */
  readonly names: readonly string[];
  readonly validFrom: number;
  readonly validTo: number;
  /** Whole days until it expires; negative where it has. */
  readonly daysLeft: number;
  readonly fingerprint256: string;
}

/** What the TLS handshake gave. `valid`: chain, dates and host name are right. */
export interface TlsFacts {
  readonly protocol: string;
  readonly valid: boolean;
  /** Node's code of what is wrong (CERT_HAS_EXPIRED …). */
  readonly problem?: string;
  readonly certificate: CertificateFacts | undefined;
}

/** An answer. Header names are lower case; of a header that came several times all values stand, in order. */
export interface ProbeResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** At most `maxBodyBytes`, decompressed; the bytes as they came where `undecoded` is there. */
  readonly body: Buffer;
  /** The encoding that could not be undone: unknown, broken, or more than `maxBodyBytes` when unpacked. */
  readonly undecoded?: string;
  /** True where the body went on beyond `maxBodyBytes`. */
  readonly cut: boolean;
  /** Bytes received; of a cut body without `hash`, those until the cut. */
  readonly size: number;
  /** Hex, of the whole body as received; only where `hash` asked for it. */
  readonly sha256?: string;
}

/** What can go wrong, as a person would sort it. */
export type FailureKind =
  | 'dns'
  | 'connect-refused'
  | 'connect-timeout'
  | 'unreachable'
  | 'reset'
  | 'closed'
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-wrong-host'
  | 'tls-unknown-ca'
  | 'tls-self-signed'
  | 'tls-plain-http'
  | 'tls-client-certificate'
  | 'tls'
  | 'timeout'
  | 'protocol'
  | 'body-cut'
  | 'cancelled'
  | 'other';

/** Why there was no (whole) answer. `message` is one sentence for people; `phase` is where it happened. */
export interface ProbeFailure {
  readonly kind: FailureKind;
  readonly phase: Phase;
  readonly message: string;
  /** The system's or Node's code. */
  readonly code?: string;
}

/** What came of a request. Both `response` and `failure` are there where the body broke off. */
export interface ProbeResult {
  readonly url: string;
  readonly method: string;
  readonly phases: PhaseTimes;
  readonly totalMs: number;
  /** The address that was connected to. */
  readonly address: string | undefined;
  readonly attempts: readonly Attempt[];
  readonly reused: boolean;
  readonly tls: TlsFacts | undefined;
  readonly response: ProbeResponse | undefined;
  readonly failure: ProbeFailure | undefined;
}
