// Builds dist/ afresh beside the committed one and compares them byte for byte.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const fresh = mkdtempSync(join(tmpdir(), 'dist-'));

const build = spawnSync('node', ['scripts/build.ts', '--out', fresh], { cwd: root, stdio: 'inherit' });
const compared = spawnSync('diff', ['-rq', join(root, 'dist'), fresh], { encoding: 'utf8' });
const same = build.status === 0 && compared.status === 0;
if (!same) console.error(`dist is stale:\n${compared.stdout}run npm run build and commit dist/`);
rmSync(fresh, { recursive: true, force: true });
process.exitCode = same ? 0 : 1;
