import { createHash } from 'node:crypto';
import type { StoreSettings } from '../store.ts';
import { type HttpReply, openConnections, type Sink } from './send.ts';

/** One request to the bucket, as data. `what` is what we are doing, for a message: "store x", "list y". */
export interface Call {
  readonly what: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD';
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  /** Makes what takes the body of the answer; asked again for each try. */
  readonly sink?: () => Sink;
  /** Statuses that are an answer, not a failure, beside 2xx. */
  readonly accept?: readonly number[];
  readonly retries?: number;
}

export interface Body {
  readonly bytes: Uint8Array;
  /** Hex. */
  readonly sha256: string;
  /** Base64. */
  readonly md5: string;
}

export type Transmit = (call: Call, signal?: AbortSignal) => Promise<HttpReply>;

const EMPTY_SHA256 = createHash('sha256').digest('hex');

/** Signs calls and sends them: the hash that is signed is that of the real bytes, never aws-chunked. */
export async function openTransmitter(settings: StoreSettings): Promise<Transmit> {
  const { AwsV4Signer } = await import('aws4fetch');
  const send = await openConnections(settings.endpoint.protocol);
  const cache = new Map<string, ArrayBuffer>();
  return async (call, signal) => {
    const url = addressOf(settings, call);
    const hashes = { ...(call.body ? { 'content-md5': call.body.md5 } : {}) };
    const signer = new AwsV4Signer({
      method: call.method,
      url: url.href,
      headers: { ...call.headers, ...hashes, 'x-amz-content-sha256': call.body?.sha256 ?? EMPTY_SHA256 },
      accessKeyId: settings.accessKeyId.reveal(),
      secretAccessKey: settings.secretAccessKey.reveal(),
      ...(settings.sessionToken ? { sessionToken: settings.sessionToken.reveal() } : {}),
      service: 's3',
      region: settings.region,
      cache,
    });
    const headers = Object.fromEntries((await signer.sign()).headers);
    const body = call.body ? { body: call.body.bytes } : {};
    const sink = call.sink ? { sink: call.sink() } : {};
    return send({ method: call.method, url, headers, ...body, ...sink }, signal);
  };
}

export function bodyOf(text: string): Body {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, sha256, md5: createHash('md5').update(bytes).digest('base64') };
}

function addressOf({ endpoint, bucket, pathStyle }: StoreSettings, { key, query }: Call): URL {
  const url = new URL(endpoint);
  const base = url.pathname.replace(/\/$/, '');
  if (!pathStyle) url.host = `${bucket}.${url.host}`;
  url.pathname = pathStyle ? `${base}/${bucket}${key === undefined ? '' : `/${key}`}` : `${base}/${key ?? ''}`;
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}
