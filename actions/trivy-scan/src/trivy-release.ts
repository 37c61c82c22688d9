export const DEFAULT_VERSION = '0.74.0';
export const DEFAULT_MIRROR = 'https://github.com/aquasecurity/trivy/releases/download';

/** SHA-256 of each release archive, verified against two independent public sources. */
const PINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0.74.0': {
    'linux-x64': '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
    'linux-arm64': 'b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5',
    'darwin-x64': '472816f6888dda689d075c30254d4210b4d1035acf365aa72332f584c2f60485',
    'darwin-arm64': '1caada5e0e2091909357c7525d3aa76f4b660b13821bc143b190c7483e31cc11',
  },
};

const ASSETS: Readonly<Record<string, string>> = {
  'linux-x64': 'Linux-64bit',
  'linux-arm64': 'Linux-ARM64',
  'darwin-x64': 'macOS-64bit',
  'darwin-arm64': 'macOS-ARM64',
};

/** Releases that stole credentials (CVE-2026-33634). */
const MALICIOUS = ['0.69.4', '0.69.5', '0.69.6'];

/** The archive of one release for one platform, or undefined where nothing is known to verify it by. */
export interface Release {
  readonly version: string;
  readonly url: string;
  readonly sha256: string;
}

/** Why a version must not be run, or undefined. */
export function versionProblem(version: string): string | undefined {
  if (MALICIOUS.includes(version)) return 'is a release that stole credentials (CVE-2026-33634)';
  if (!/^\d+\.\d+\.\d+$/.test(version)) return 'is not a full version such as 0.74.0; a moving tag cannot be verified';
  return undefined;
}

/** True where this action carries the hashes of a version. */
export function isPinned(version: string): boolean {
  return version in PINS;
}

/** Where a release is and what it must hash to. `platform` is Node's, such as `linux-x64`. */
export function releaseFor(wanted: {
  readonly version: string;
  readonly platform: string;
  readonly mirror: string;
  readonly sha256: string | undefined;
}): Release | undefined {
  const { version, platform, mirror } = wanted;
  const asset = ASSETS[platform];
  const sha256 = wanted.sha256 ?? PINS[version]?.[platform];
  if (asset === undefined || sha256 === undefined) return undefined;
  return { version, url: `${mirror}/v${version}/trivy_${version}_${asset}.tar.gz`, sha256 };
}

/** The version that a binary prints, or undefined. `dev` is a build without a stamp. */
export function parseVersionOutput(stdout: string): string | undefined {
  return /^Version:\s*v?(\S+)/m.exec(stdout)?.[1];
}
