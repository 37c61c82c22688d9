import { readFileSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { caFile } from './certificates.ts';

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** One request to a server of the lab, whose authority the running Node does not know of. */
export function call(url: string | URL, options: Call = {}): Promise<Answer> {
  const target = new URL(url);
  const plain = target.protocol === 'http:';
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const settings = { method: options.method ?? 'GET', headers: { ...options.headers }, timeout: 30_000, agent: false };
  const request = plain
    ? requestPlain(target, settings)
    : requestTls(target, { ...settings, ca: readFileSync(caFile) });
  request.on('error', reject);
  request.on('timeout', () => request.destroy(new Error(`${target.host} does not answer`)));
  request.on('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
    );
  });
  request.end(options.body);
  return promise;
}
