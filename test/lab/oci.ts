import { createHash } from 'node:crypto';
import { call } from './https.ts';

export interface Artifact {
  /** host:port/name:tag, over TLS by the lab's authority, without a password. */
  readonly reference: string;
  readonly configType: string;
  readonly layerType: string;
  readonly layer: Buffer;
  readonly fileName: string;
}

const manifestType = 'application/vnd.oci.image.manifest.v1+json';

/** Pushes an artefact of one layer (OCI distribution 1.1); returns the manifest's digest. */
export async function pushArtifact(artifact: Artifact): Promise<string> {
  const { base, tag } = parseReference(artifact.reference);
  const config = await pushBlob(base, Buffer.from('{}'));
  const layer = await pushBlob(base, artifact.layer);
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType: artifact.configType, ...config },
    layers: [
      {
        mediaType: artifact.layerType,
        ...layer,
        annotations: { 'org.opencontainers.image.title': artifact.fileName },
      },
    ],
  });
  const headers = { 'content-type': manifestType };
  const answer = await call(`${base}/manifests/${tag}`, { method: 'PUT', headers, body: manifest });
  if (answer.status !== 201) throw new Error(`push of ${artifact.reference}: ${answer.status} ${answer.body}`);
  return digestOf(Buffer.from(manifest));
}

/** Whether a tag or digest is there. */
export async function hasManifest(reference: string): Promise<boolean> {
  const { base, tag } = parseReference(reference);
  const accept = [manifestType, 'application/vnd.docker.distribution.manifest.v2+json'].join(', ');
  return (await call(`${base}/manifests/${tag}`, { method: 'HEAD', headers: { accept } })).status === 200;
}

async function pushBlob(base: string, blob: Buffer): Promise<{ digest: string; size: number }> {
  const digest = digestOf(blob);
  const described = { digest, size: blob.length };
  if ((await call(`${base}/blobs/${digest}`, { method: 'HEAD' })).status === 200) return described;
  const opened = await call(`${base}/blobs/uploads/`, { method: 'POST' });
  const location = new URL(String(opened.headers['location'] ?? ''), base);
  location.searchParams.set('digest', digest);
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await call(location, { method: 'PUT', headers, body: blob });
  if (answer.status !== 201) throw new Error(`push of a blob to ${base}: ${answer.status} ${answer.body}`);
  return described;
}

function parseReference(reference: string): { base: string; tag: string } {
  const parts = /^([^/]+)\/(.+):([^:/]+)$/.exec(reference);
  if (parts === null) throw new Error(`not a reference with a tag: ${reference}`);
  return { base: `https://${parts[1]}/v2/${parts[2]}`, tag: parts[3] ?? '' };
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
