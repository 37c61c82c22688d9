import { formatCommand } from '@suite/core';
import type { Manifest } from './manifest.ts';

const DECOMPRESS: Readonly<Record<string, string>> = { zstd: 'zstd -dc', gzip: 'gzip -dc' };

/** What a person types to restore a backup without this action: awscli, age, zstd, and psql or tar. */
export function restoreRecipe(
  manifest: Pick<Manifest, 'source' | 'pipeline' | 'stored'>,
  store: { readonly bucket: string; readonly endpoint: string },
): readonly string[] {
  const { source, pipeline, stored } = manifest;
  const file = stored.key.split('/').at(-1) ?? 'data';
  const address = `s3://${store.bucket}/${stored.key}`;
  const fetch = formatCommand({ file: 'aws', args: ['--endpoint-url', store.endpoint, 's3', 'cp', address, file] });
  const decompress = DECOMPRESS[pipeline.compression.split(':')[0] ?? ''];
  const steps = [
    pipeline.encryption === 'age' ? `age -d -i identity.txt ${file}` : `cat ${file}`,
    ...(decompress ? [decompress] : []),
    sink(source.kind),
  ];
  const place = source.kind === 'directory' ? ['mkdir -p restored'] : [];
  return [fetch, `echo '${stored.sha256}  ${file}' | sha256sum -c -`, ...place, steps.join(' | ')];
}

function sink(kind: Manifest['source']['kind']): string {
  if (kind === 'postgres') return 'psql -X --single-transaction -v ON_ERROR_STOP=1 -d "$DATABASE_URL"';
  return kind === 'directory' ? 'tar -xpf - -C restored' : 'cat > restored';
}
