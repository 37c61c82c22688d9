import { Secret } from '@suite/core';
import { shellQuote } from '@suite/ssh';
import { formatLiveFacts, type LiveFacts, parseLiveFacts } from './facts-live.ts';
import { formatModeFacts, type Login, type ModeFacts, parseModeFacts } from './facts-modes.ts';
import { formatNeedFacts, type NeedFacts, parseNeedFacts } from './facts-needs.ts';
import type { Inputs } from './inputs.ts';
import { type Manifest, parseManifest } from './manifest.ts';

/** A container of the application. */
export interface ContainerFacts {
  readonly id: string;
  readonly service: string;
  readonly state: string;
  readonly name: string;
}

/** Memory: bytes. */
export interface Room {
  readonly free: number;
  readonly total: number;
}

/** Room on one file system: bytes, and numbers of inodes. */
export interface Disk extends Room {
  /** The folder that was asked about. */
  readonly where: string;
  readonly used: number;
  readonly inodes: Room;
}

/** What one host told of itself, read-only. */
export interface HostFacts {
  /** Seconds since the epoch. */
  readonly now: number;
  readonly missingTools: readonly string[];
  readonly tools: readonly string[];
  readonly docker: string | undefined;
  readonly dockerError: string | undefined;
  readonly compose: string | undefined;
  readonly disks: readonly Disk[];
  readonly memory: Room | undefined;
  readonly current: string | undefined;
  readonly manifests: readonly Manifest[];
  /** Names of all folders under releases/. */
  readonly releases: readonly string[];
  readonly containers: readonly ContainerFacts[];
  readonly hmacKey: Secret | undefined;
  /** The proxy's file as it lies there, where a proxy is used. */
  readonly proxyFile: string | undefined;
  /** SHA-256 by path of what is in shared/ and was asked for. */
  readonly shared: Readonly<Record<string, string>>;
  readonly modes: ModeFacts;
  readonly live: LiveFacts;
  readonly needs: NeedFacts;
}

/** What the probe of a host should look at. Paths are relative to `shared/`. */
export interface Question {
  readonly root: string;
  readonly app: string;
  /** The release that it is about, whose files must be known. */
  readonly release: string | undefined;
  readonly shared: readonly string[];
  readonly proxyFile: string | undefined;
  readonly mode: Inputs['what']['mode'];
  /** Images that must be there in the end; undefined where nothing will be deployed. */
  readonly images: readonly string[] | undefined;
  /** Credentials of their registry. */
  readonly login: Login | undefined;
}

const SAY = `say() { printf '%s %s\\n' "$1" "$2"; }`;
const DISKS = `up=$root; while [ ! -e "$up" ]; do up=$(dirname "$up"); done
store=$(docker info --format '{{.DockerRootDir}} {{.DriverStatus}}' 2>/dev/null)
case $store in *io.containerd.*) [ ! -d /var/lib/containerd ] || store='/var/lib/containerd ' ;; esac
for d in "$up" "\${store%% *}"; do
  blocks=$(df -Pk "$d" 2>/dev/null | awk 'NR == 2 { print $4, $2, $3 }')
  [ -z "$blocks" ] || say disk "$blocks $(df -Pi "$d" 2>/dev/null | awk 'NR == 2 { print $4, $2 }' | grep . || echo 0 0) $d"
done`;

/** Each kept release may have thousands of files; they matter of those that are current, to come or to go back to. */
const MANIFESTS = `current=$(basename "$(readlink "$root/current")" 2>/dev/null)
before=$(sed -n 's/^  "previous": "\\(.*\\)",*$/\\1/p' "$root/current/manifest.json" 2>/dev/null)
for m in "$root"/releases/*/; do
  name=$(basename "$m")
  [ ! -d "$m" ] || say release "$name"
  [ -f "$m/manifest.json" ] || continue
  case $name in
    "$current" | "$before" | "$about") say manifest "$(coded "$m/manifest.json")" ;;
    *) say manifest "$(sed '/^    "files": {$/,/^    }/{ /^    }/!d; s/.*/    "files": {},/; }' "$m/manifest.json" | base64 | tr -d '\\n')" ;;
  esac
done`;

/** The script that prints what is free, as the facts do. */
export function formatDiskScript(root: string): string {
  return `root=${shellQuote(root)}\n${SAY}\n${DISKS}\n`;
}

/** The script that prints the facts of a host, one word and its value a line. It changes nothing. */
export function formatFactsScript(question: Question): string {
  const { root, app, release = '', shared, proxyFile } = question;
  return `root=${shellQuote(root)} app=${shellQuote(app)} about=${shellQuote(release)}
${SAY}
private() { # a folder for credentials, in memory where the host has one there
  [ -z "\${folder-}" ] || return 0
  umask 077
  folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
  trap 'rm -rf "$folder"' EXIT HUP INT TERM
}
coded() { base64 <"$1" | tr -d '\\n'; }
say now "$(date +%s)"
for t in flock setsid timeout mkfifo dd sync sha256sum tar docker; do command -v $t >/dev/null 2>&1 || say missing $t; done
for t in zstd curl wget perl socat nc; do ! command -v $t >/dev/null 2>&1 || say has $t; done
if error=$(docker version --format '{{.Server.Version}}' 2>&1); then say docker "$error"; else say docker-error "$(printf %s "$error" | tail -n 1)"; fi
say compose "$(docker compose version --short 2>/dev/null)"
${DISKS}
awk '/^MemTotal/ { t = $2 } /^MemAvailable/ { a = $2 } END { if (t) print "memory", a, t }' /proc/meminfo 2>/dev/null
[ ! -L "$root/current" ] || say current "$(basename "$(readlink "$root/current")")"
${MANIFESTS}
found=$(docker ps -a --no-trunc --format \\
  '{{.ID}},{{.Label "com.docker.compose.service"}},{{.State}},{{.Names}},{{.Label "com.docker.compose.project"}},{{.Label "ssh-deploy.app"}},{{.Label "com.docker.compose.oneoff"}}' 2>/dev/null |
  awk -F , -v app="$app" '($5 == app || $6 == app) && $7 != "True" { print "container", $1, $2, $3, $4 }')
ids=$(printf '%s\\n' "$found" | awk '{ print $2 }')
printf '%s\\n' "$found"
[ ! -r "$root/.deploy/hmac" ] || say hmac "$(cat "$root/.deploy/hmac")"
${proxyFile === undefined ? '' : `[ ! -r "$root/shared/"${shellQuote(proxyFile)} ] || say proxy "$(coded "$root/shared/"${shellQuote(proxyFile)})"\n`}${
  shared.length === 0
    ? ''
    : `(cd "$root/shared" 2>/dev/null && sha256sum -- ${shared.map(shellQuote).join(' ')} 2>/dev/null | sed 's/^/shared /')\n`
}${moreFacts(question)}exit 0
`;
}

/** What only some modes ask: the values of an environment, for example, are not to be masked in a log without a cause. */
function moreFacts({ mode, app, images, login }: Question): string {
  switch (mode) {
    case 'list':
      return '';
    case 'destroy':
      return formatModeFacts(app, undefined);
    case 'check':
      return formatModeFacts(app, login) + formatNeedFacts(images ?? [], login);
    default:
      return formatLiveFacts() + (images ? formatNeedFacts(images, login) : '');
  }
}

/** Reads what that script printed. Lines that it did not write (a noisy login) are passed over. */
export function parseFacts(text: string): HostFacts {
  const lines = text.split('\n').map((line) => /^([a-z-]+) (.*)$/.exec(line)?.slice(1) ?? []);
  const all = (word: string): readonly string[] =>
    lines.filter(([first]) => first === word).map(([, rest = '']) => rest);
  const one = (word: string): string | undefined => all(word)[0] || undefined;
  const key = one('hmac');
  const proxy = one('proxy');
  return {
    now: Number(one('now') ?? 0),
    missingTools: all('missing'),
    tools: all('has'),
    docker: one('docker'),
    dockerError: one('docker-error'),
    compose: one('compose')?.replace(/^v/, ''),
    disks: parseDisks(all('disk')),
    memory: all('memory').map(parseMemory)[0],
    current: one('current'),
    manifests: all('manifest').flatMap((coded) => parseManifest(decode(coded)) ?? []),
    releases: all('release'),
    containers: all('container').map(parseContainer),
    hmacKey: key === undefined ? undefined : new Secret(key),
    proxyFile: proxy === undefined ? undefined : decode(proxy),
    shared: Object.fromEntries(all('shared').map((line) => [line.slice(66), line.slice(0, 64)])),
    modes: parseModeFacts(all),
    live: parseLiveFacts(all),
    needs: parseNeedFacts(all),
  };
}

/** Of two folders on one file system the last one stands for both; an overlay shows the figures of what is below it. */
function parseDisks(lines: readonly string[]): readonly Disk[] {
  const disks = lines.map(parseDisk);
  return disks.filter((disk, index) => !disks.slice(index + 1).some((other) => isSameDisk(disk, other)));
}

function isSameDisk(one: Disk, other: Disk): boolean {
  return one.total === other.total && Math.abs(one.free - other.free) < 64 * 1_024 ** 2;
}

function parseDisk(line: string): Disk {
  const [free, total, used, inodesFree, inodes, ...where] = line.split(' ');
  return {
    where: where.join(' '),
    free: Number(free) * 1_024,
    total: Number(total) * 1_024,
    used: Number(used) * 1_024,
    inodes: { free: Number(inodesFree) || 0, total: Number(inodes) || 0 },
  };
}

function parseMemory(line: string): Room {
  const [free = '0', total = '0'] = line.split(' ');
  return { free: Number(free) * 1_024, total: Number(total) * 1_024 };
}

function parseContainer(line: string): ContainerFacts {
  const [id = '', service = '', state = '', name = ''] = line.split(' ');
  return { id, service, state, name };
}

function decode(coded: string): string {
  return Buffer.from(coded, 'base64').toString('utf8');
}
