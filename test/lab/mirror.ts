import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseImage } from './base-image.ts';
import { hasManifest } from './oci.ts';
import { cacheDir } from './paths.ts';
import { run } from './shell.ts';
import { writePrivate } from './state.ts';

const mirror = '10.77.0.7:5000';
const recordFile = join(cacheDir, 'mirror-images.json');

/** What the mirror serves in the place of the default registry, so that unmodified compose files resolve. */
const served: Readonly<Record<string, string>> = {
  'library/debian:bookworm-slim': baseImage,
  'library/caddy:2.6': 'lab-caddy',
  'library/haproxy:2.6': 'lab-haproxy',
  'library/nginx:1.22': 'lab-nginx',
  'library/postgres:15': 'lab-postgres',
  'library/redis:7': 'lab-redis',
};

/** Pushes what has changed since the last push; the mirror's storage outlives the lab. */
export async function fillMirror(env: NodeJS.ProcessEnv): Promise<void> {
  const pushed: Record<string, string> = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : {};
  for (const [name, image] of Object.entries(served)) {
    const reference = `${mirror}/${name}`;
    const id = await run('docker', ['image', 'inspect', '--format', '{{.Id}}', image], { env });
    if (pushed[name] === id && (await hasManifest(reference))) continue;
    await run('docker', ['tag', image, reference], { env });
    await run('docker', ['push', '-q', reference], { env });
    pushed[name] = id;
    writePrivate(recordFile, JSON.stringify(pushed, null, 2));
  }
}
