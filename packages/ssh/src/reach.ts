import { type ActionError, type Command, formatDuration, type Ports, retry, toActionError } from '@suite/core';
import { classifyFailure, type Said } from './classify.ts';
import { keysOf } from './known-hosts.ts';
import { type Master, masterCommand, startMaster } from './master.ts';
import type { PreparedSsh } from './settings.ts';
import { lookupName, type Target } from './target.ts';

/** One host as the generated configuration knows it, and the connection to the jump host before it. */
export interface Place {
  readonly alias: string;
  readonly target: Target;
  readonly via: Via | undefined;
}

/** A jump host that is connected. */
export interface Via {
  readonly target: Target;
  readonly master: Master;
}

/** The command line of ssh with the generated configuration. */
export function sshCommand({ folder, settings }: PreparedSsh, ...args: readonly string[]): Command {
  return { file: 'ssh', args: ['-F', `${folder}/config`, '-T', ...args], env: sshEnvironment(settings), cwd: folder };
}

/** SHELL runs the local commands of ssh; the one of a runner's account may be nologin. */
export function sshEnvironment({ env }: PreparedSsh['settings']): Readonly<Record<string, string>> {
  return { ...env, LC_ALL: 'C', SHELL: '/bin/sh' };
}

/**
 * Connects to one place. Only transport errors are tried again, never a refused key or a wrong host key.
 * @throws ActionError with an E_SSH_* code.
 */
export function connectMaster(ssh: PreparedSsh, place: Place, ports: Ports): Promise<Master> {
  const { connectRetries: retries } = ssh.settings;
  const onRetry = (error: unknown, count: number, waitMs: number): void =>
    ports.log.info(`${toActionError(error).message}; again in ${formatDuration(waitMs)} (${count} of ${retries})`);
  return retry(() => connectOnce(ssh, place, ports), { retries, baseMs: 2_000, signal: ports.signal, onRetry }, ports);
}

/**
 * A server has keys of several types and presents one that both sides know. Where a pinned fingerprint is not that one's,
 * the others are asked for, each by a connection that ends before a login. A host certificate is asked for only where
 * known-hosts names an authority: it has a fingerprint of its own, which nobody pins.
 */
async function connectOnce(ssh: PreparedSsh, place: Place, ports: Ports): Promise<Master> {
  const { knownHosts, connectTimeoutMs } = ssh.settings;
  const name = lookupName(place.target);
  const pinned = knownHosts.pins.some(({ host }) => host === name);
  const certificates = keysOf(knownHosts.lines, name).authorities.length > 0 ? [] : ['*-cert-*'];
  let mismatch: ActionError | undefined;
  let seen: readonly string[] = [];
  for (;;) {
    const command = masterCommand(sshCommand(ssh, place.alias), [...certificates, ...seen]);
    const master = await startMaster(command, connectTimeoutMs, ports);
    if ('close' in master) return master;
    const error = await explain(ssh, place, { ...master, connected: false, files: ports.files });
    if (!pinned || error.code !== 'E_SSH_HOST_KEY') throw mismatch ?? error;
    mismatch = error;
    const now = keyFamilies(await presentedBy(ssh, place, ports));
    if (now.length === seen.length) throw error;
    seen = now;
  }
}

/** Patterns of HostKeyAlgorithms for the types of the keys in lines `host type base64`. */
function keyFamilies(lines: readonly string[]): readonly string[] {
  return ['ed25519', 'ecdsa', 'rsa']
    .filter((name) => lines.some((line) => line.split(' ')[1]?.includes(name)))
    .map((name) => `*${name}*`);
}

/** The keys that a place has presented, lines `host type base64`. */
async function presentedBy(
  { folder }: PreparedSsh,
  { target }: Place,
  { files }: Pick<Ports, 'files'>,
): Promise<readonly string[]> {
  const noted = (await files.readText(`${folder}/presented`)) ?? '';
  return [...new Set(noted.split('\n'))].filter((line) => line.split(' ')[0] === lookupName(target));
}

/** What a failed ssh said, as an error for a person. */
export async function explain(
  ssh: PreparedSsh,
  place: Place,
  { files, ...said }: Said & Pick<Ports, 'files'>,
): Promise<ActionError> {
  const presented = await presentedBy(ssh, place, { files });
  const { target, via } = place;
  const through = via && { target: via.target, said: via.master.said() };
  return classifyFailure(said, { target, via: through, settings: ssh.settings, presented });
}
