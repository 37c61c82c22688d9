import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { run } from '../lab/shell.ts';
import { type Lab, readLab } from '../lab/state.ts';
import { type TrivyDb, writeTrivyDb } from '../lab/trivy-db.ts';

/** A token that Trivy knows by its form; put together here so that no scanner finds it in this file. */
export const plantedToken = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');

/** What the action sees of the lab: Trivy, the lab's authority for Trivy and for Node, the engine. */
export function labEnvironment(lab: Lab = readLab()): Record<string, string> {
  return {
    SSL_CERT_FILE: lab.caBundle,
    NODE_EXTRA_CA_CERTS: lab.caFile,
    DOCKER_HOST: lab.dockerHost,
    DOCKER_CONFIG: mkdtempSync(join(tmpdir(), 'no-login-')),
  };
}

/** A checkout with one of each: a package with a known hole, a secret, a careless Dockerfile. */
export const vulnerableCheckout = {
  'package-lock.json': lockFile('4.17.10'),
  'src/app.js': `// the app\nconst token = "${plantedToken}";\n`,
  Dockerfile: 'FROM debian:12\nENV DB_PASSWORD=hunter2-in-clear\nUSER root\n',
};

export function checkout(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export function lockFile(lodash: string): string {
  const root = { name: 'x', version: '1.0.0', dependencies: { lodash } };
  const packages = { '': root, 'node_modules/lodash': { version: lodash, license: 'MIT' } };
  return JSON.stringify({ name: 'x', version: '1.0.0', lockfileVersion: 3, requires: true, packages });
}

/** A small real server on loopback; `requests` are what it was asked, as `GET /path`. */
export interface Stub {
  readonly host: string;
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

type Answer = { readonly status: number; readonly body?: Buffer | string; readonly headers?: Record<string, string> };

export async function stub(
  answer: (path: string, method: string, body: Buffer) => Promise<Answer | undefined> | Answer | undefined,
): Promise<Stub> {
  const requests: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    requests.push(`${request.method} ${path}`);
    const said = await answer(path, request.method ?? '', Buffer.concat(await request.toArray()));
    // Nothing said: the connection stays open and silent.
    if (said) response.writeHead(said.status, said.headers).end(request.method === 'HEAD' ? undefined : said.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A registry that refuses everything with one status, as real ones write it. */
export function refusing(status: number, code: string): Promise<Stub> {
  const body = JSON.stringify({ errors: [{ code, message: code.toLowerCase() }] });
  return stub(() => ({ status, body, headers: { 'content-type': 'application/json' } }));
}

/** A registry that serves one database; `spoil` changes the unpacked folder before it is packed. */
export async function servingDatabase(db: TrivyDb = {}, spoil?: (folder: string) => void): Promise<Stub> {
  const folder = mkdtempSync(join(tmpdir(), 'stub-db-'));
  writeTrivyDb(folder, db);
  spoil?.(join(folder, 'db'));
  await run('tar', ['-C', join(folder, 'db'), '-czf', join(folder, 'db.tar.gz'), 'trivy.db', 'metadata.json']);
  const layer = readFileSync(join(folder, 'db.tar.gz'));
  rmSync(folder, { recursive: true });
  return servingArtifact(layer, 'db');
}

/** A registry that serves an index of Java archives that knows none. */
export async function servingJavaIndex(): Promise<Stub> {
  const folder = mkdtempSync(join(tmpdir(), 'stub-java-'));
  const index = new DatabaseSync(join(folder, 'trivy-java.db'));
  index.exec('CREATE TABLE artifacts(id INTEGER PRIMARY KEY, group_id TEXT, artifact_id TEXT)');
  index.exec('CREATE TABLE indices(artifact_id INTEGER, version TEXT, sha1 BLOB, archive_type TEXT)');
  index.close();
  const times = { NextUpdate: '2099-01-01T00:00:00Z', UpdatedAt: new Date().toISOString() };
  writeFileSync(join(folder, 'metadata.json'), JSON.stringify({ Version: 1, ...times }));
  await run('tar', ['-C', folder, '-czf', join(folder, 'javadb.tar.gz'), 'trivy-java.db', 'metadata.json']);
  const layer = readFileSync(join(folder, 'javadb.tar.gz'));
  rmSync(folder, { recursive: true });
  return servingArtifact(layer, 'javadb');
}

function servingArtifact(layer: Buffer, kind: 'db' | 'javadb'): Promise<Stub> {
  const config = Buffer.from('{}');
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.aquasec.trivy.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: [
      {
        mediaType: `application/vnd.aquasec.trivy.${kind}.layer.v1.tar+gzip`,
        digest: digestOf(layer),
        size: layer.length,
        annotations: { 'org.opencontainers.image.title': `${kind}.tar.gz` },
      },
    ],
  });
  const type = { 'content-type': 'application/vnd.oci.image.manifest.v1+json' };
  const blobs = new Map([layer, config].map((blob) => [digestOf(blob), blob]));
  return stub((path) => {
    if (path === '/v2/') return { status: 200, body: '{}' };
    const digest = digestOf(Buffer.from(manifest));
    const headers = { ...type, 'docker-content-digest': digest, 'content-length': String(manifest.length) };
    if (path.includes('/manifests/')) return { status: 200, body: manifest, headers };
    const blob = blobs.get(path.split('/').at(-1) ?? '');
    return blob ? { status: 200, body: blob } : { status: 404, body: '{}' };
  });
}

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
