import { inputReader, inputSource } from '@suite/core';
import { parseCompose } from '../src/compose.ts';
import { type Checkout, generatedFiles } from '../src/content.ts';
import type { Disk, HostFacts } from '../src/host-facts.ts';
import { type Inputs, readInputs } from '../src/inputs.ts';
import { type Content, type Manifest, sha256 } from '../src/manifest.ts';
import type { Facts, ObservedHost } from '../src/plan.ts';

export const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const KEY_LINE = 'app ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Inputs as a workflow would give them. */
export function inputs(given: Readonly<Record<string, string>> = {}): Inputs {
  const all = {
    hosts: 'deploy@app',
    'known-hosts': KEY_LINE,
    app: 'shop',
    release: 'r2',
    images: `web=reg.example/app@${digest('b')}`,
    ...given,
  };
  const env = Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const read = inputReader(
    inputSource({
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '7',
      GITHUB_SHA: 'abcdef1234',
      GITHUB_ACTOR: 'ann',
      ...env,
    }),
  );
  const result = readInputs(read);
  read.done();
  return result;
}

export const composeText = `services:
  web:
    image: reg.example/app
    restart: always
  proxy:
    image: haproxy:2.6
    restart: always
    ports: ["80:8080"]
    volumes: ["../../shared/haproxy:/usr/local/etc/haproxy"]
`;

export const haproxyText = `global
    stats socket /x/run/admin.sock mode 666 level admin
backend app
    server s1 none.invalid:8080 disabled
    server s2 none.invalid:8080 disabled
`;

export function checkout(given: Partial<Checkout> = {}): Checkout {
  const text = Buffer.from(composeText);
  return {
    services: parseCompose([{ path: 'compose.yaml', text: composeText }]),
    networks: ['default'],
    releaseFiles: [{ path: 'compose.yaml', content: text }],
    sharedFiles: [{ path: 'haproxy/haproxy.cfg', content: Buffer.from(haproxyText) }],
    env: new Map(),
    ...given,
  };
}

export function content(given: Partial<Content> = {}): Content {
  return {
    strategy: 'rolling',
    switchCommand: undefined,
    composeFiles: ['compose.yaml', 'compose.images.yaml'],
    images: { web: `reg.example/app@${digest('a')}` },
    rolling: [{ name: 'web', replicas: 1 }],
    rest: ['proxy'],
    networks: [],
    services: ['web', 'proxy'],
    profiles: [],
    proxy: { kind: 'haproxy', folder: 'haproxy', service: 'proxy', target: 'web', command: undefined },
    files: { 'compose.yaml': 'x' },
    shared: {},
    env: {},
    ...given,
  };
}

export function manifest(release: string, given: Partial<Manifest> = {}): Manifest {
  return { schema: 1, release, previous: undefined, at: 100, by: 'acme/shop', content: content(), ...given };
}

export function disk(where: string, given: Partial<Disk> = {}): Disk {
  return { where, free: 50e9, total: 100e9, used: 45e9, inodes: { free: 900_000, total: 1_000_000 }, ...given };
}

export function hostFacts(given: Partial<HostFacts> = {}): HostFacts {
  return {
    now: 1_000,
    missingTools: [],
    tools: ['zstd', 'curl', 'perl'],
    docker: '28.5.2',
    dockerError: undefined,
    compose: '2.40.3',
    disks: [disk('/opt')],
    memory: { free: 4e9, total: 8e9 },
    current: undefined,
    manifests: [],
    releases: [],
    containers: [],
    hmacKey: undefined,
    proxyFile: undefined,
    shared: {},
    modes: { writable: true, lock: undefined, unsettled: false, login: undefined, volumes: [] },
    needs: { missing: {}, present: [], used: {}, listeners: [] },
    live: { recorded: undefined, files: {}, unreadable: [], env: new Map(), hashes: {}, details: {} },
    ...given,
  };
}

/** A release as it lies and runs on a host that nobody touched. */
export function untouched(release: Manifest): Pick<HostFacts, 'live' | 'current' | 'manifests'> {
  const made = generatedFiles(release, 'shop', new Map()).map(({ path, content: bytes }) => [path, sha256(bytes)]);
  const files = { ...release.content.files, ...Object.fromEntries(made) };
  const live = { recorded: release.release, files, unreadable: [], env: new Map(), hashes: {}, details: {} };
  return { live, current: release.release, manifests: [release] };
}

export function host(name: string, given: Partial<HostFacts> = {}): ObservedHost {
  return { target: { user: 'deploy', host: name, port: 22 }, facts: hostFacts(given), hmacKey: '00'.repeat(32) };
}

export function facts(...hosts: readonly ObservedHost[]): Facts {
  return { checkout: checkout(), hosts };
}
