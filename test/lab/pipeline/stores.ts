import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { AwsClient } from 'aws4fetch';
import type { Lab } from '../state.ts';

/** Names of everything in a bucket. */
export async function listBucket(lab: Lab, bucket: string): Promise<readonly string[]> {
  const answer = await s3(lab, 'GET', `${bucket}?list-type=2&max-keys=1000`);
  return [...answer.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key ?? '');
}

/** Keys of multipart uploads that were begun and neither completed nor aborted. */
export async function listUploads(lab: Lab, bucket: string): Promise<readonly string[]> {
  const answer = await s3(lab, 'GET', `${bucket}?uploads`);
  return [...answer.matchAll(/<Upload>.*?<Key>([^<]+)<\/Key>/gs)].map(([, key]) => key ?? '');
}

/** Makes an empty bucket with a name of its own. */
export async function makeBucket(lab: Lab, prefix: string): Promise<string> {
  const bucket = `${prefix}-${randomBytes(4).toString('hex')}`;
  await s3(lab, 'PUT', bucket);
  return bucket;
}

export async function dropBucket(lab: Lab, bucket: string): Promise<void> {
  for (const key of await listBucket(lab, bucket)) await s3(lab, 'DELETE', `${bucket}/${key}`);
  await s3(lab, 'DELETE', bucket);
}

async function s3(lab: Lab, method: string, path: string): Promise<string> {
  const { accessKeyId, secretAccessKey, region, endpoint } = lab.s3;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const response = await client.fetch(`${endpoint}/${path}`, { method });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.text();
}

/** Tags of a repository in the registry with the password; none where the repository does not exist. */
export async function listTags(lab: Lab, repository: string): Promise<readonly string[]> {
  const { status, body } = await registry(lab, `/v2/${repository}/tags/list`);
  if (status === 404) return [];
  return (JSON.parse(body) as { tags: string[] | null }).tags ?? [];
}

/** The status with which the registry answers for a manifest. */
export async function manifestStatus(lab: Lab, repository: string, reference: string): Promise<number> {
  return (await registry(lab, `/v2/${repository}/manifests/${reference}`)).status;
}

async function registry(lab: Lab, path: string): Promise<{ readonly status: number; readonly body: string }> {
  const accept = ['docker.distribution.manifest.v2', 'oci.image.manifest.v1', 'oci.image.index.v1'];
  const call = request(`https://${lab.registry.host}${path}`, {
    ca: readFileSync(lab.caFile),
    auth: `${lab.registry.username}:${lab.registry.password}`,
    headers: { accept: accept.map((type) => `application/vnd.${type}+json`).join(', ') },
  });
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    call.once('response', resolve).once('error', reject).end();
  });
  return { status: response.statusCode ?? 0, body: await text(response) };
}
