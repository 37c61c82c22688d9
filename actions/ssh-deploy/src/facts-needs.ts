import { parseSize } from '@suite/core';
import { shellJoin, shellQuote } from '@suite/ssh';
import type { Login } from './facts-modes.ts';

/** A layer of an image in its registry. */
export interface Layer {
  readonly digest: string;
  /** Bytes, packed. */
  readonly size: number;
}

/** Somebody who listens on a port of the host. */
export interface Listener {
  readonly protocol: string;
  /** Empty: any. */
  readonly address: string;
  readonly port: number;
  /** The container that it belongs to; undefined where it is another program. */
  readonly container: string | undefined;
}

/** What a release would take of a host, and who has it now. */
export interface NeedFacts {
  /** Images that are not there, with their layers; undefined where the registry did not tell. */
  readonly missing: Readonly<Record<string, readonly Layer[] | undefined>>;
  /** Layers of the images that run, which are not pulled again. */
  readonly present: readonly Layer[];
  /** Bytes that the running containers use, by id. */
  readonly used: Readonly<Record<string, number>>;
  readonly listeners: readonly Listener[];
  /** Bytes that docker could free; asked for only where a disk is short. */
  readonly reclaimable?: number;
}

/** Shell behind the script of the facts: which images are missing and how big, who uses how much memory and which ports. */
export function formatNeedFacts(images: readonly string[], login: Login | undefined): string {
  return `for id in $(printf '%s\\n' "$found" | awk '$4 == "running" { print $2 }'); do
  docker top "$id" -eo pid,rss 2>/dev/null | awk -v id="$id" 'NR > 1 { s += $2 } END { if (s) print "used", id, s }' &
done
for p in tcp udp; do
  cat /proc/net/$p /proc/net/\${p}6 2>/dev/null | awk -v p=$p '$4 == "0A" || ($4 == "07" && p == "udp") { print "listen", p, $2 }'
done | sort -u
docker ps --format 'published {{.Names}} {{.Ports}}' 2>/dev/null
wait
${images.length === 0 ? '' : formatPullFacts(images, login)}`;
}

/** The registry is asked by the host, as it will be for the pull; credentials lie in memory where the host has a folder there. */
function formatPullFacts(images: readonly string[], login: Login | undefined): string {
  return `ask() { timeout 15 docker $config manifest inspect "$1" 2>/dev/null; }
layers() { # WORD REF: of an index the manifest for this machine
  text=$(ask "$2")
  case $text in *'"manifests":'*)
    digest=$(printf '%s\\n' "$text" | tr -d '", ' | awk -F : -v a="$arch" '/^digest:/ { d = $3 } /^architecture:/ { m = $2 } /^os:linux/ && m == a { print d; exit }')
    text=$(ask "\${2%@*}@sha256:$digest") ;;
  esac
  say "$1" "$2 $(printf %s "$text" | base64 | tr -d '\\n')"
}
missing=
for i in ${shellJoin(images)}; do docker image inspect "$i" >/dev/null 2>&1 || missing="$missing $i"; done
if [ -n "$missing" ]; then
  config= arch=$(docker version --format '{{.Server.Arch}}' 2>/dev/null)
${login === undefined ? '' : formatConfig(login)}  for i in $missing; do layers to-pull "$i" & done
  for i in $(sed -n 's/^ *image: "\\(.*@sha256:.*\\)"$/\\1/p' "$root/current/compose.images.yaml" 2>/dev/null | sort -u); do
    ! docker image inspect "$i" >/dev/null 2>&1 || layers pulled "$i" &
  done
  wait
fi
`;
}

function formatConfig({ host, username, password }: Login): string {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  const text = JSON.stringify({ auths: { [host]: { auth } } });
  return `  private
  printf %s ${shellQuote(text)} >"$folder/config.json"
  config="--config $folder"
`;
}

/** What docker could free, without the volumes. */
export const RECLAIMABLE_SCRIPT = `timeout 20 docker system df --format '{{.Type}} {{.Reclaimable}}' 2>/dev/null; exit 0`;

/** Bytes of lines such as `Build Cache 1.2GB (40%)`. */
export function parseReclaimable(text: string): number {
  const sizes = text.split('\n').map((line) => /^(?:Images|Containers|Build Cache) (\S+)/.exec(line)?.[1] ?? '0B');
  return sizes.reduce((sum, size) => sum + (/^[\d.]+\s*[kMGT]?i?B$/.test(size) ? parseSize(size) : 0), 0);
}

/** `all` gives the rest of every line that begins with a word. */
export function parseNeedFacts(all: (word: string) => readonly string[]): NeedFacts {
  const manifests = (word: string) => all(word).map((line) => line.split(' ') as [string, string?]);
  const published = all('published').flatMap(parsePublished);
  const listening = all('listen').map(parseListener);
  return {
    missing: Object.fromEntries(manifests('to-pull').map(([ref, coded]) => [ref, parseLayers(coded)])),
    present: manifests('pulled').flatMap(([, coded]) => parseLayers(coded) ?? []),
    used: Object.fromEntries(all('used').map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1]) * 1_024])),
    listeners: [...published, ...listening],
  };
}

function parseLayers(coded = ''): readonly Layer[] | undefined {
  try {
    const { layers } = JSON.parse(Buffer.from(coded, 'base64').toString('utf8')) as { layers?: Layer[] };
    return Array.isArray(layers) ? layers.map(({ digest, size }) => ({ digest, size: Number(size) || 0 })) : undefined;
  } catch {
    return undefined;
  }
}

/** `NAME 0.0.0.0:80->8080/tcp, [::]:80->8080/tcp`. */
function parsePublished(line: string): readonly Listener[] {
  const [container = ''] = line.split(' ');
  return [...line.matchAll(/(?:^|\s)(\S+):(\d+)(?:-(\d+))?->[\d-]+\/(\w+)/g)].flatMap(
    ([, address = '', from, to = from, protocol = '']) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => ({
        protocol,
        address: /^(0\.0\.0\.0|\[?::\]?)$/.test(address) ? '' : address.replace(/[[\]]/g, ''),
        port: Number(from) + index,
        container,
      })),
  );
}

/** The address of IPv4 stands there in hex, its last byte first; of IPv6 it only matters whether it is any. */
function parseListener(line: string): Listener {
  const [, protocol = '', hex = '', port = ''] = /^(\w+) ([0-9A-F]+):([0-9A-F]+)$/.exec(line) ?? [];
  const bytes = hex.length === 8 ? (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse() : [];
  const address = /^0*$/.test(hex) ? '' : bytes.length > 0 ? bytes.join('.') : hex;
  return { protocol, address, port: Number.parseInt(port, 16), container: undefined };
}
