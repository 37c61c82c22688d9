import { createHash, createHmac } from 'node:crypto';
import { type Answer, call } from './https.ts';

export interface S3Account {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface S3Call {
  readonly method: string;
  /** Path of bucket and key, already percent-encoded. */
  readonly path: string;
  readonly query?: string;
  readonly body?: string | Buffer;
}

/** One S3 request signed with AWS Signature Version 4, header form, path style. */
export function callS3(account: S3Account, request: S3Call): Promise<Answer> {
  const url = new URL(`${request.path}${request.query === undefined ? '' : `?${request.query}`}`, account.endpoint);
  const body = Buffer.from(request.body ?? '');
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const headers: Record<string, string> = {
    host: url.host,
    'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
    'x-amz-date': time,
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    ...[request.method, url.pathname, canonicalQuery(url)],
    ...names.map((name) => `${name}:${headers[name]}`),
    ...['', names.join(';'), headers['x-amz-content-sha256']],
  ].join('\n');
  const scope = `${time.slice(0, 8)}/${account.region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${account.secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  const credential = `Credential=${account.accessKeyId}/${scope}`;
  headers['authorization'] = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return call(url, { method: request.method, headers, body });
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .map(([name, content]) => `${encodeURIComponent(name)}=${encodeURIComponent(content)}`)
    .sort()
    .join('&');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
