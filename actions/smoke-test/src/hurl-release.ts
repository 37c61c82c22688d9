/** The release that is fetched where PATH has no hurl of this major version. */
export const HURL_VERSION = '8.0.1';
const RELEASES = 'https://github.com/Orange-OpenSource/hurl/releases/download';

/** SHA-256 of each release archive, by Node's words for the platform. */
const PINS: Readonly<Record<string, readonly [target: string, sha256: string]>> = {
  'linux-x64': ['x86_64-unknown-linux-gnu', 'cac7c4670d69444db120edb21fe06c97ba8c80dcc52279957c8dd18f05fb0c06'],
  'linux-arm64': ['aarch64-unknown-linux-gnu', 'bc4732df4754748e9bf296aa3832ec019f798afb399f1279b72ed37b6e04525c'],
  'darwin-x64': ['x86_64-apple-darwin', '55e95bb7a8d61ae6919eaaf96f260f0836f5b34c1b0f7731e38be803f6984367'],
  'darwin-arm64': ['aarch64-apple-darwin', 'b57928e246617df73cb1b2157f31f507dcbde6ae12e828cc53dde0e40e05bbbb'],
};

/** An archive, what it must hash to, and where in it the program is. */
export interface HurlRelease {
  readonly url: string;
  readonly sha256: string;
  readonly program: string;
}

/** The pinned archive for a platform such as `linux-x64`; undefined where there is none. */
export function hurlRelease(platform: string): HurlRelease | undefined {
  const [target, sha256] = PINS[platform] ?? [];
  if (target === undefined || sha256 === undefined) return undefined;
  const name = `hurl-${HURL_VERSION}-${target}`;
  return { url: `${RELEASES}/${HURL_VERSION}/${name}.tar.gz`, sha256, program: `${name}/bin/hurl` };
}

/** Whether what `hurl --version` prints is a version whose options and report are known here. */
export function isKnownVersion(stdout: string): boolean {
  return /^hurl 8\./.test(stdout);
}
