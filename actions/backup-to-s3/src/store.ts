import type { Secret } from '@suite/core';
import type { ByteFacts } from './manifest.ts';

/** Where backups go and with which rights. */
export interface StoreSettings {
  readonly bucket: string;
  /** Without a slash at either end; may be empty. */
  readonly prefix: string;
  readonly endpoint: URL;
  readonly region: string;
  readonly pathStyle: boolean;
  readonly accessKeyId: Secret;
  readonly secretAccessKey: Secret;
  readonly sessionToken?: Secret;
  readonly storageClass?: string;
  readonly retries: number;
}

export interface StoredObject {
  readonly key: string;
  readonly size: number;
}

export interface OpenUpload {
  readonly key: string;
  readonly uploadId: string;
}

/** A part of known hashes: sha256 in hex, md5 in base64, as the wire wants them. */
export interface PartBody {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly md5: string;
}

export interface ObjectFacts {
  readonly size: number;
  readonly backupId: string | undefined;
}

export interface Range {
  readonly from: number;
  readonly bytes: number;
}

/** What we ask of a bucket. Each call is retried, but for `completeUpload`, whose lost answer is settled otherwise. */
export interface Store {
  readonly list: (prefix: string) => Promise<readonly StoredObject[]>;
  readonly listUploads: (prefix: string) => Promise<readonly OpenUpload[]>;
  readonly createUpload: (key: string, backupId: string) => Promise<OpenUpload>;
  /** Gives the part's ETag. */
  readonly uploadPart: (upload: OpenUpload, part: PartBody) => Promise<string>;
  /** False, or a retryable error, leaves open whether the object is there: 200 without an ETag, a lost answer. */
  readonly completeUpload: (upload: OpenUpload, etags: readonly string[]) => Promise<boolean>;
  readonly abortUpload: (upload: OpenUpload) => Promise<void>;
  readonly put: (key: string, body: string) => Promise<void>;
  /** The whole object, or a range of it. */
  readonly get: (key: string, range?: Range) => Promise<Buffer>;
  /** Size and hash of what `get` would give, without keeping a byte of it. */
  readonly digest: (key: string, range: Range) => Promise<ByteFacts>;
  readonly head: (key: string) => Promise<ObjectFacts | undefined>;
  readonly remove: (key: string) => Promise<void>;
}
