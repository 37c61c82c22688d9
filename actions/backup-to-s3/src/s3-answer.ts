import { HttpError } from '@suite/core';
import type { XMLParser } from 'fast-xml-parser';

/** A page of a listing. `next` is what the following request has to carry, absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: Readonly<Record<string, string>>;
}

export interface ErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly region: string | undefined;
}

type Node = Record<string, unknown>;

/** Options of the parser under which the functions below read its trees: numbers stay text, lists stay lists. */
export const xmlOptions = {
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name: string): boolean => ['Contents', 'Upload'].includes(name),
};

export function readObjects(xml: XMLParser, body: string): Page<{ key: string; size: number }> {
  const root = node(xml.parse(body), 'ListBucketResult');
  const items = list(root, 'Contents').map((item) => ({ key: text(item, 'Key'), size: Number(text(item, 'Size')) }));
  const token = text(root, 'NextContinuationToken');
  return text(root, 'IsTruncated') === 'true' && token ? { items, next: { 'continuation-token': token } } : { items };
}

export function readUploads(xml: XMLParser, body: string): Page<{ key: string; uploadId: string }> {
  const root = node(xml.parse(body), 'ListMultipartUploadsResult');
  const items = list(root, 'Upload').map((item) => ({ key: text(item, 'Key'), uploadId: text(item, 'UploadId') }));
  const key = text(root, 'NextKeyMarker');
  if (text(root, 'IsTruncated') !== 'true' || key === '') return { items };
  return { items, next: { 'key-marker': key, 'upload-id-marker': text(root, 'NextUploadIdMarker') } };
}

export function readUploadId(xml: XMLParser, body: string): string {
  return text(node(xml.parse(body), 'InitiateMultipartUploadResult'), 'UploadId');
}

/** A 200 may carry an error in its body: S3 answers before it has put the parts together. */
export function readCompletion(xml: XMLParser, body: string): { etag: string; error: ErrorAnswer | undefined } {
  const tree = xml.parse(body) as Node;
  if (tree['Error'] !== undefined) return { etag: '', error: readError(xml, body) };
  return { etag: text(node(tree, 'CompleteMultipartUploadResult'), 'ETag'), error: undefined };
}

export function readError(xml: XMLParser, body: string): ErrorAnswer {
  const root = looksLikeXml(body) ? node(xml.parse(body), 'Error') : {};
  return { code: text(root, 'Code'), message: text(root, 'Message'), region: text(root, 'Region') || undefined };
}

const TRANSIENT = ['InternalError', 'SlowDown', 'ServiceUnavailable', 'RequestTimeout', 'OperationAborted'];

/** Turns a store's refusal into words that a person can act on. `what` is what we were doing. */
export function storeError(what: string, status: number, answer: ErrorAnswer): HttpError {
  const retryable = status >= 500 || status === 408 || status === 429 || TRANSIENT.includes(answer.code);
  const { code, hint } = remedy(status, answer);
  const said = [answer.code || `HTTP ${status}`, answer.message].filter(Boolean).join(': ');
  return new HttpError(`the store refused to ${what}: ${said}`, {
    code,
    status,
    retryable,
    ...(hint === undefined ? {} : { hint }),
  });
}

function remedy(status: number, { code, region }: ErrorAnswer): { code: string; hint?: string } {
  if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed') {
    return { code: 'E_STORE_REGION', hint: `write region: ${region ?? '<the region of the bucket>'}` };
  }
  if (code === 'NoSuchBucket')
    return { code: 'E_STORE_BUCKET', hint: 'create the bucket, or correct bucket, endpoint' };
  if (
    ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken', 'InvalidToken', 'RequestTimeTooSkewed'].includes(
      code,
    )
  ) {
    return {
      code: 'E_STORE_CREDENTIALS',
      hint: 'check access-key-id, secret-access-key, session-token, and the clock',
    };
  }
  if (status === 403) {
    return {
      code: 'E_STORE_ACCESS',
      hint: 'the key needs list, get, put, delete and multipart rights under the prefix',
    };
  }
  return { code: 'E_STORE' };
}

function looksLikeXml(body: string): boolean {
  return body.trimStart().startsWith('<');
}

function node(tree: unknown, name: string): Node {
  const found = (tree as Node | undefined)?.[name];
  return typeof found === 'object' && found !== null ? (found as Node) : {};
}

function list(tree: Node, name: string): readonly Node[] {
  return (tree[name] as readonly Node[] | undefined) ?? [];
}

function text(tree: Node, name: string): string {
  const value = tree[name];
  return typeof value === 'string' ? value : '';
}
