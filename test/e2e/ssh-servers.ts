import { labEnv } from '../lab/environment.ts';
import { run } from '../lab/shell.ts';
import type { Lab } from '../lab/state.ts';

export type KeyType = 'ed25519' | 'ecdsa' | 'rsa';

/** How an sshd differs from the host's own: lines of sshd_config, and which keys it has. */
export interface SshdOptions {
  readonly port: number;
  readonly keys?: readonly KeyType[];
  readonly config?: readonly string[];
  /** Absolute path on the host; the host's own where absent. */
  readonly program?: string;
}

/** An sshd of a test's own on host-a, beside the host's, with a port, keys and rules of its own. */
export interface Sshd {
  readonly address: string;
  readonly port: number;
  /** Its public keys, `type base64`, in the order of the options. */
  readonly keys: readonly string[];
  /** Lines of known_hosts for its address and port. */
  readonly knownHosts: string;
  readonly folder: string;
  /** What it has logged, at DEBUG1. */
  readonly log: () => Promise<string>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Stops it and removes its files. */
  readonly dispose: () => Promise<void>;
}

/** Runs a shell script as root in host-a, past its sshd. */
export function asRoot(lab: Lab, script: string, input = ''): Promise<string> {
  return run('docker', ['exec', '-i', 'lab-host-a', 'sh', '-euc', script], { env: labEnv(lab), input });
}

/** Starts an sshd on host-a. */
export async function startSshd(
  lab: Lab,
  { port, keys = ['ed25519'], config = [], program = '/usr/sbin/sshd' }: SshdOptions,
): Promise<Sshd> {
  const folder = `/run/sd-ssh-${port}`;
  const text = [
    `Port ${port}`,
    `PidFile ${folder}/pid`,
    ...keys.map((type) => `HostKey ${folder}/${type}`),
    'LogLevel DEBUG1',
    'UsePAM no',
    'UseDNS no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    ...config,
    '',
  ].join('\n');
  const make = keys.map((type) => `ssh-keygen -q -t ${type} -N '' -f ${folder}/${type}`).join('\n');
  const stop = (): Promise<void> =>
    asRoot(
      lab,
      `p=$(cat ${folder}/pid 2>/dev/null) || exit 0; kill $p; while [ -d /proc/$p ]; do sleep 0.05; done`,
    ).then(noText);
  const start = (): Promise<void> => asRoot(lab, `${program} -f ${folder}/config -E ${folder}/log`).then(noText);
  const dispose = async (): Promise<void> => {
    await stop();
    await asRoot(lab, `rm -rf ${folder}`);
  };
  await dispose();
  const made = await asRoot(
    lab,
    `mkdir -m 755 ${folder}\ncat >${folder}/config\n${make}\ncat ${keys.map((type) => `${folder}/${type}.pub`).join(' ')}`,
    text,
  );
  const publicKeys = made
    .trim()
    .split('\n')
    .map((line) => line.split(' ').slice(0, 2).join(' '));
  await start();
  const { address } = lab.hosts.a;
  return {
    address,
    port,
    keys: publicKeys,
    knownHosts: publicKeys.map((key) => `[${address}]:${port} ${key}\n`).join(''),
    folder,
    log: () => asRoot(lab, `cat ${folder}/log`),
    stop,
    start,
    dispose,
  };
}

function noText(): void {}
