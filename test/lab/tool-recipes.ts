import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sourceDir } from './paths.ts';
import { which } from './shell.ts';

export const toolNames = ['app', 'versitygw', 'act', 'kamal-proxy', 'trivy', 'traefik', 'hurl'] as const;
export type ToolName = (typeof toolNames)[number];

export interface ToolRecipe {
  /** The binary's name in the cache: it carries a version or a hash, so that a new one never meets an old one. */
  readonly file: string;
  readonly available: boolean;
  /** A module to copy and to build in, or a folder of ours. */
  readonly module?: string;
  readonly dir?: string;
  /** A crate of the registry; `package` is then its program. */
  readonly crate?: string;
  /** Debian packages by a file of theirs, which the build needs. */
  readonly needs?: Readonly<Record<string, string>>;
  readonly package: string;
  readonly flags: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const appDir = join(sourceDir, 'app');

/** How a tool is built; in this order, because what takes longest is waited for last. */
export function toolRecipe(name: ToolName): ToolRecipe {
  switch (name) {
    case 'app':
      return {
        file: `app-${appHash()}`,
        available: existsSync(join(appDir, 'go.mod')),
        dir: appDir,
        package: '.',
        flags: ['-s -w'],
      };
    case 'versitygw':
      return {
        file: 'versitygw-1.8.0',
        available: true,
        module: 'github.com/versity/versitygw@v1.8.0',
        package: './cmd/versitygw',
        flags: ['-s -w'],
      };
    case 'act':
      return {
        file: 'act-0.2.89',
        available: true,
        module: 'github.com/nektos/act@v0.2.89',
        package: '.',
        flags: ['-s -w -X main.version=0.2.89'],
      };
    case 'kamal-proxy':
      return {
        file: 'kamal-proxy-0.9.2',
        available: true,
        module: 'github.com/basecamp/kamal-proxy@v0.9.2',
        package: './cmd/kamal-proxy',
        flags: ['-s -w'],
      };
    case 'traefik':
      return {
        file: 'traefik-3.6.0',
        available: true,
        module: 'github.com/traefik/traefik/v3@v3.6.0',
        package: './cmd/traefik',
        flags: ['-s -w -X github.com/traefik/traefik/v3/pkg/version.Version=3.6.0'],
      };
    case 'hurl':
      return {
        file: 'hurl-8.0.1',
        available: which('cargo') !== undefined,
        crate: 'hurl@8.0.1',
        package: 'hurl',
        needs: { clang: 'clang', 'xml2-config': 'libxml2-dev', 'curl-config': 'libcurl4-openssl-dev' },
        flags: [],
      };
    case 'trivy':
      return {
        file: 'trivy-0.74.0',
        available: true,
        dir: join(sourceDir, 'tools'),
        package: 'github.com/aquasecurity/trivy/cmd/trivy',
        flags: ['-s -w -X github.com/aquasecurity/trivy/pkg/version/app.ver=0.74.0'],
        env: { GOEXPERIMENT: 'jsonv2' },
      };
  }
}

/** Changes with every source file of the sample application. */
function appHash(): string {
  const hash = createHash('sha256');
  const visit = (dir: string) => {
    for (const name of existsSync(dir) ? readdirSync(dir).sort() : []) {
      const file = join(dir, name);
      if (statSync(file).isDirectory()) visit(file);
      else if (/\.(go|mod|sum|html|sql|css|js)$/.test(name)) hash.update(`${name}\0`).update(readFileSync(file));
    }
  };
  visit(appDir);
  return hash.digest('hex').slice(0, 12);
}
