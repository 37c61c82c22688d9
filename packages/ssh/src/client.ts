import { type Files, InputError, type Ports, type RunningCommand } from '@suite/core';
import { certificateProblems } from './certificate.ts';
import { formatConfig, formatHostKeyScript, jumpAliasOf } from './config.ts';
import { ASKPASS_SCRIPT, heldFingerprint, startKeyAgent } from './key-agent.ts';
import { closeChild } from './master.ts';
import { connectMaster, sshEnvironment, type Via } from './reach.ts';
import type { PreparedSsh, SshSettings } from './settings.ts';

/** What connections need: files in one folder of mode 0700, an agent that holds the key, and the jump hosts reached. */
export interface SshClient extends PreparedSsh {
  /** The last host on the way, where there is one. */
  readonly via: Via | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Writes what ssh needs, gives the key to an agent, and connects to the jump hosts one after the other. The caller has
 * saved the folder's path, so that post removes it.
 * @throws InputError for a passphrase or certificate that does not fit, ActionError E_SSH_* for a jump host.
 */
export async function openClient(settings: SshSettings, folder: string, ports: Ports): Promise<SshClient> {
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one();
  };
  try {
    await writeFiles(settings, folder, ports.files);
    const agent = await holdKey({ settings, folder }, ports);
    if (agent) opened.push(() => closeChild(agent));
    let via: Via | undefined;
    for (const [index, target] of settings.jumps.entries()) {
      const master = await connectMaster({ settings, folder }, { alias: jumpAliasOf(index), target, via }, ports);
      opened.push(master.close);
      via = { target, master };
    }
    return { settings, folder, via, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function writeFiles(settings: SshSettings, folder: string, files: Files): Promise<void> {
  const { knownHosts, certificate } = settings;
  const config = formatConfig({
    ...settings,
    folder,
    hasKey: settings.key !== undefined,
    hasCertificate: certificate !== undefined,
  });
  const lines = (text: readonly string[]): string => text.map((line) => `${line}\n`).join('');
  await files.write(`${folder}/config`, config, 0o600);
  await files.write(`${folder}/known_hosts`, lines(knownHosts.lines), 0o600);
  await files.write(
    `${folder}/pins`,
    lines(knownHosts.pins.map(({ host, fingerprint }) => `${host} ${fingerprint}`)),
    0o600,
  );
  await files.write(`${folder}/presented`, '', 0o600);
  await files.write(`${folder}/host-key`, formatHostKeyScript(folder), 0o700);
  await files.write(`${folder}/askpass`, ASKPASS_SCRIPT, 0o700);
  if (certificate) await files.write(`${folder}/certificate`, `${certificate.line}\n`, 0o600);
}

/** Starts the agent where there is a key, and looks whether the certificate is good and belongs to it. */
async function holdKey({ settings, folder }: PreparedSsh, ports: Ports): Promise<RunningCommand | undefined> {
  const { key, passphrase, certificate } = settings;
  const options = key && { folder, key, passphrase, env: sshEnvironment(settings) };
  const agent = options && (await startKeyAgent(options, ports.exec));
  if (certificate === undefined) return agent;
  const held = options && (await heldFingerprint(options, ports.exec));
  const problems = certificateProblems(certificate, { nowMs: ports.clock.now(), held });
  if (problems.length === 0) return agent;
  if (agent) await closeChild(agent);
  throw new InputError(problems.map((problem) => ({ input: 'ssh-certificate', problem })));
}
