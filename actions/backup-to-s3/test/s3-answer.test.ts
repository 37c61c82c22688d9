import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  readCompletion,
  readError,
  readObjects,
  readUploadId,
  readUploads,
  storeError,
  xmlOptions,
} from '../src/s3-answer.ts';

const xml = new XMLParser(xmlOptions);
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('answers', () => {
  it.each([
    ['<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>', { items: [] }],
    ['<ListBucketResult/>', { items: [] }],
    [
      '<ListBucketResult xmlns="x"><IsTruncated>true</IsTruncated><NextContinuationToken>0123</NextContinuationToken><Contents><Key>0017</Key><Size>5</Size></Contents></ListBucketResult>',
      { items: [{ key: '0017', size: 5 }], next: { 'continuation-token': '0123' } },
    ],
    [
      '<ListBucketResult><Contents><Key>a&amp;b</Key><Size>1</Size></Contents><Contents><Key>c</Key><Size>0</Size></Contents></ListBucketResult>',
      {
        items: [
          { key: 'a&b', size: 1 },
          { key: 'c', size: 0 },
        ],
      },
    ],
  ])('list %s', (body, page) => {
    expect(readObjects(xml, head + body)).toEqual(page);
  });

  it('list uploads, page by page', () => {
    const body =
      '<ListMultipartUploadsResult><IsTruncated>true</IsTruncated><NextKeyMarker>k</NextKeyMarker><NextUploadIdMarker>7</NextUploadIdMarker><Upload><Key>k</Key><UploadId>007</UploadId></Upload></ListMultipartUploadsResult>';
    expect(readUploads(xml, body)).toEqual({
      items: [{ key: 'k', uploadId: '007' }],
      next: { 'key-marker': 'k', 'upload-id-marker': '7' },
    });
    expect(readUploads(xml, '<ListMultipartUploadsResult></ListMultipartUploadsResult>')).toEqual({ items: [] });
  });

  it('give ids and ETags as text', () => {
    expect(
      readUploadId(xml, '<InitiateMultipartUploadResult><UploadId>12E5</UploadId></InitiateMultipartUploadResult>'),
    ).toBe('12E5');
    expect(
      readCompletion(xml, '<CompleteMultipartUploadResult><ETag>&quot;1-2&quot;</ETag></CompleteMultipartUploadResult>')
        .etag,
    ).toBe('"1-2"');
    expect(readCompletion(xml, '<CompleteMultipartUploadResult/>')).toEqual({ etag: '', error: undefined });
    expect(readCompletion(xml, `${head}<Error><Code>InternalError</Code></Error>`).error?.code).toBe('InternalError');
  });
});

it.each([
  [503, '<Error><Code>SlowDown</Code></Error>', 'E_STORE', true],
  [500, 'not xml', 'E_STORE', true],
  [400, '<Error><Code>RequestTimeout</Code></Error>', 'E_STORE', true],
  [400, '<Error><Code>BadDigest</Code></Error>', 'E_STORE', false],
  [403, '<Error><Code>AccessDenied</Code></Error>', 'E_STORE_ACCESS', false],
  [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>', 'E_STORE_CREDENTIALS', false],
  [400, '<Error><Code>ExpiredToken</Code></Error>', 'E_STORE_CREDENTIALS', false],
  [404, '<Error><Code>NoSuchBucket</Code></Error>', 'E_STORE_BUCKET', false],
  [301, '<Error><Code>PermanentRedirect</Code></Error>', 'E_STORE_REGION', false],
])('%i %s is %s', (status, body, code, retryable) => {
  const error = storeError('store k', status, readError(xml, body));
  expect([error.code, error.details.retryable]).toEqual([code, retryable]);
});

it('names the region that a bucket is in', () => {
  const body = '<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-1</Region></Error>';
  expect(storeError('list', 400, readError(xml, body)).details.hint).toBe('write region: eu-west-1');
});
