import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { labFile } from './paths.ts';

export interface LabHost {
  name: string;
  address: string;
  port: number;
  user: string;
  store: 'overlay2' | 'containerd';
  httpPort: number;
  /** Lines of a known_hosts file, for the address and for the published loopback port. */
  knownHosts: string;
}

export interface Lab {
  dir: string;
  dockerHost: string;
  /** A DOCKER_CONFIG directory with buildx and compose as plugins. */
  dockerConfig: string;
  /** PATH: the engine's client, built tools, Node 24, then the system's. */
  path: string;
  caFile: string;
  /** The system's certificate authorities and the lab's own. */
  caBundle: string;
  registry: { host: string; username: string; password: string };
  mirror: { host: string };
  hosts: Record<'a' | 'b' | 'c', LabHost>;
  sshKeyFile: string;
  postgres: { host: string; port: number; user: string; password: string; database: string; url: string };
  redis: { host: string; port: number };
  s3: {
    endpoint: string;
    region: string;
    accessKeyId: string;
    secretAccessKey: string;
    bucket: string;
    dir: string;
  };
  trivyDb: string;
  tools: { act: string; trivy: string; versitygw: string; app: string };
}

/** The running lab; throws one sentence where none is up. */
export function readLab(): Lab {
  if (!existsSync(labFile)) throw new Error('The lab is not up: run `pnpm lab up`.');
  const lab = JSON.parse(readFileSync(labFile, 'utf8')) as Lab;
  const socket = lab.dockerHost.replace('unix://', '');
  if (socket.startsWith('/') && !existsSync(socket)) {
    throw new Error('The lab was up, but its engine is gone: run `pnpm lab up`.');
  }
  return lab;
}

export function writeLab(lab: Lab): void {
  writePrivate(labFile, `${JSON.stringify(lab, null, 2)}\n`);
}

/** Writes a file for this user's eyes only, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}
