import { type InputReader, Secret } from '@suite/core';
import type { StoreSettings } from './store.ts';

export function readStore(read: InputReader): StoreSettings {
  const bucket = read.parsed('bucket', { required: true }, parseBucket) ?? '';
  const prefix = read.parsed('prefix', { fallback: 'backups' }, parsePrefix) ?? '';
  const given = read.url('endpoint');
  const r2 = given?.hostname.endsWith('.r2.cloudflarestorage.com') ?? false;
  const region = read.parsed('region', {}, parseRegion) ?? (r2 ? 'auto' : 'us-east-1');
  const style = read.choice('path-style', ['auto', 'true', 'false'], 'auto');
  if (given?.protocol === 'http:' && !isPrivate(given.hostname)) {
    const problem = 'is plain http to a public address: credentials and data would travel in the clear';
    read.problem('endpoint', problem, `endpoint: https://${given.host}`);
  }
  const credentials = readCredentials(read);
  const storageClass = read.parsed('storage-class', {}, parseStorageClass);
  const retries = read.integer('retries', { fallback: '6', min: 0, max: 20 }) ?? 6;
  const endpoint = given ?? new URL(`https://s3.${region}.amazonaws.com`);
  // A dot in a bucket's name breaks the certificate of its host name.
  const pathStyle = style === 'auto' ? given !== undefined || bucket.includes('.') : style === 'true';
  const optional = storageClass === undefined ? {} : { storageClass };
  return { bucket, prefix, endpoint, region, pathStyle, ...credentials, ...optional, retries };
}

type Credentials = Pick<StoreSettings, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>;

/** From the inputs, else from the environment, where configure-aws-credentials leaves them; never half from each. */
function readCredentials(read: InputReader): Credentials {
  const id = read.secret('access-key-id');
  const key = read.secret('secret-access-key');
  const token = read.secret('session-token');
  if (id === undefined && key === undefined && token === undefined) return fromEnvironment(read);
  for (const [name, value] of [
    ['access-key-id', id],
    ['secret-access-key', key],
  ] as const) {
    if (value === undefined) read.problem(name, 'is empty while the other half of the credentials is given');
  }
  const none = new Secret('');
  return { accessKeyId: id ?? none, secretAccessKey: key ?? none, ...(token ? { sessionToken: token } : {}) };
}

function fromEnvironment(read: InputReader): Credentials {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: token } = read.env;
  if (!id || !key) {
    const problem = 'is missing, and so are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment';
    const fix = 'access-key-id and secret-access-key from secrets, or aws-actions/configure-aws-credentials before';
    read.problem('access-key-id', problem, fix);
  }
  const secrets = { accessKeyId: new Secret(id ?? ''), secretAccessKey: new Secret(key ?? '') };
  return token ? { ...secrets, sessionToken: new Secret(token) } : secrets;
}

function parseBucket(value: string): string {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value)) return value;
  const bare = value
    .replace(/^s3:\/\//, '')
    .split('/')[0]
    ?.toLowerCase();
  throw new RangeError(`is not the name of a bucket${bare && bare !== value ? `; write ${bare}` : ''}`);
}

function parsePrefix(value: string): string {
  const bare = value.replace(/^\/+|\/+$/g, '');
  const segments = bare.split('/');
  if (segments.every((segment) => /^[A-Za-z0-9._-]+$/.test(segment) && segment !== '.' && segment !== '..'))
    return bare;
  throw new RangeError(
    'is not folders of letters, digits, dots, dashes and underscores; write for example backups/prod',
  );
}

function parseRegion(value: string): string {
  if (/^[a-z0-9-]+$/.test(value)) return value;
  throw new RangeError('is not a region; write for example eu-central-1');
}

function parseStorageClass(value: string): string {
  if (/^[A-Z0-9_]+$/.test(value)) return value;
  throw new RangeError('is not a storage class; write for example STANDARD_IA');
}

/** Loopback, private and link-local addresses, and names that only a private network resolves. */
export function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (/^(localhost|.*\.localhost|.*\.local|.*\.internal|[a-z0-9-]+)$/i.test(host) && !/^\d+$/.test(host)) return true;
  if (
    /^(127|10)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(host)
  ) {
    return /^\d+(\.\d+){3}$/.test(host);
  }
  return host === '::1' || /^f[cd][0-9a-f]{2}:/i.test(host) || /^fe80:/i.test(host);
}
