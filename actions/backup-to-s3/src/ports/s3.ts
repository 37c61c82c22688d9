import { createHash } from 'node:crypto';
import { HttpError, type Ports, retry } from '@suite/core';
import type { XMLParser } from 'fast-xml-parser';
import {
  type Page,
  readCompletion,
  readError,
  readObjects,
  readUploadId,
  readUploads,
  storeError,
  xmlOptions,
} from '../s3-answer.ts';
import type { Range, Store, StoreSettings } from '../store.ts';
import { bodyOf, type Call, openTransmitter } from './s3-call.ts';
import type { HttpReply, Sink } from './send.ts';

type Send = (call: Call) => Promise<HttpReply>;

/** Opens a bucket over the S3 protocol. Every call is retried, and given up when the signal aborts. */
export async function openStore(settings: StoreSettings, ports: Ports, signal?: AbortSignal): Promise<Store> {
  const { XMLParser } = await import('fast-xml-parser');
  const xml = new XMLParser(xmlOptions);
  const transmit = await openTransmitter(settings);
  const once = async (call: Call): Promise<HttpReply> => {
    const reply = await transmit(call, signal);
    if ((reply.status >= 200 && reply.status < 300) || call.accept?.includes(reply.status)) return reply;
    throw storeError(call.what, reply.status, readError(xml, reply.body.toString('utf8')));
  };
  const send: Send = (call) => {
    const stop = signal === undefined ? {} : { signal };
    const onRetry = (error: unknown): void => ports.log.debug(`again, to ${call.what}: ${error}`);
    return retry(() => once(call), { retries: call.retries ?? settings.retries, onRetry, ...stop }, ports);
  };
  return { ...listings(send, xml), ...uploads(send, xml, settings.storageClass), ...objects(send) };
}

function listings(send: Send, xml: XMLParser): Pick<Store, 'list' | 'listUploads'> {
  const pages = async <T>(call: Call, read: (body: string) => Page<T>): Promise<readonly T[]> => {
    const found: T[] = [];
    for (let query = call.query; query !== undefined; ) {
      const page = read((await send({ ...call, query })).body.toString('utf8'));
      found.push(...page.items);
      const next = page.next && { ...call.query, ...page.next };
      if (next && JSON.stringify(next) === JSON.stringify(query)) throw endless(call.what);
      query = next;
    }
    return found;
  };
  return {
    list: (prefix) => {
      const call: Call = { what: `list ${prefix}`, method: 'GET', query: { 'list-type': '2', prefix } };
      return pages(call, (body) => readObjects(xml, body));
    },
    listUploads: (prefix) => {
      const call: Call = { what: `list uploads of ${prefix}`, method: 'GET', query: { uploads: '', prefix } };
      return pages(call, (body) => readUploads(xml, body));
    },
  };
}

function endless(what: string): HttpError {
  const hint = 'the store does not page as S3 does: check the endpoint, or a proxy before it';
  return new HttpError(`the store gives the same page again and again when asked to ${what}`, {
    code: 'E_STORE',
    hint,
  });
}

type Uploads = Pick<Store, 'createUpload' | 'uploadPart' | 'completeUpload' | 'abortUpload'>;

function uploads(send: Send, xml: XMLParser, storageClass: string | undefined): Uploads {
  const asked = storageClass === undefined ? {} : { 'x-amz-storage-class': storageClass };
  return {
    createUpload: async (key, backupId) => {
      const headers = { 'x-amz-meta-backup-id': backupId, 'content-type': 'application/octet-stream', ...asked };
      const what = `start the upload of ${key}`;
      const reply = await send({ what, method: 'POST', key, query: { uploads: '' }, headers });
      const uploadId = readUploadId(xml, reply.body.toString('utf8'));
      if (uploadId === '') throw new HttpError(`the store gave no upload id for ${key}`, { code: 'E_STORE' });
      return { key, uploadId };
    },
    uploadPart: async ({ key, uploadId }, part) => {
      const query = { partNumber: String(part.number), uploadId };
      const what = `take part ${part.number} of ${key}`;
      return (await send({ what, method: 'PUT', key, query, body: part })).headers.etag ?? '';
    },
    completeUpload: async ({ key, uploadId }, etags) => {
      const what = `complete ${key}`;
      const call: Call = {
        what,
        method: 'POST',
        key,
        query: { uploadId },
        body: bodyOf(completion(etags)),
        retries: 0,
      };
      const { etag, error } = readCompletion(xml, (await send(call)).body.toString('utf8'));
      if (error) throw storeError(what, error.code === 'InternalError' ? 500 : 400, error);
      return etag !== '';
    },
    abortUpload: async ({ key, uploadId }) => {
      const what = `abort the upload of ${key}`;
      await send({ what, method: 'DELETE', key, query: { uploadId }, accept: [404] });
    },
  };
}

function objects(send: Send): Pick<Store, 'put' | 'get' | 'digest' | 'head' | 'remove'> {
  const json = { 'content-type': 'application/json' };
  return {
    put: async (key, text) => {
      await send({ what: `store ${key}`, method: 'PUT', key, body: bodyOf(text), headers: json });
    },
    get: async (key, range) => (await send(getCall(key, range))).body,
    digest: async (key, range) => {
      let hash = createHash('sha256');
      let bytes = 0;
      const sink = (): Sink => {
        [hash, bytes] = [createHash('sha256'), 0];
        return (chunk) => {
          hash.update(chunk);
          bytes += chunk.length;
        };
      };
      await send({ ...getCall(key, range), sink });
      return { bytes, sha256: hash.digest('hex') };
    },
    head: async (key) => {
      const reply = await send({ what: `describe ${key}`, method: 'HEAD', key, accept: [404] });
      if (reply.status === 404) return undefined;
      const backupId = reply.headers['x-amz-meta-backup-id'];
      return { size: Number(reply.headers['content-length']), backupId: backupId ? String(backupId) : undefined };
    },
    remove: async (key) => {
      await send({ what: `delete ${key}`, method: 'DELETE', key, accept: [404] });
    },
  };
}

function getCall(key: string, range: Range | undefined): Call {
  const headers = range ? { range: `bytes=${range.from}-${range.from + range.bytes - 1}` } : {};
  return { what: `give ${key}`, method: 'GET', key, headers };
}

function completion(etags: readonly string[]): string {
  const escaped = (etag: string): string => etag.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const part = (etag: string, index: number): string =>
    `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`;
  const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
  return `<CompleteMultipartUpload xmlns="${namespace}">${etags.map(part).join('')}</CompleteMultipartUpload>`;
}
