import { fingerprintOfLine } from '@suite/ssh';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeKey } from '../../packages/ssh/test/keys.ts';
import { readLab } from '../lab/state.ts';
import { failure, names } from './ssh-names.ts';
import { asRoot, type Sshd, startSshd } from './ssh-servers.ts';

const lab = readLab();
const stranger = makeKey('ed25519');
const authority = makeKey('ed25519');
const look = 'nothing was sent to it; find out why its key differs before you change known-hosts';
let server: Sshd;
let hosts: string;
let where: string;
/** `type fingerprint` of the server's keys. */
let own: readonly string[];

beforeAll(async () => {
  server = await startSshd(lab, { port: 8404, keys: ['ed25519', 'rsa'] });
  hosts = `deploy@${server.address}:8404`;
  where = `[${server.address}]:8404`;
  own = server.keys.map((key) => `${key.split(' ')[0]} ${fingerprintOfLine(`x ${key}`)}`);
});

afterAll(() => server?.dispose());

const bare = (key = ''): string => key.split(' ')[1] ?? '';

/** Another fingerprint of the same length. */
const wrong = (fingerprint: string): string => fingerprint.replace(/:./, (start) => (start === ':A' ? ':B' : ':A'));

test.each(['ed25519', 'rsa'])('the server has two keys, and known-hosts only the one of type %s', async (type) => {
  const index = type === 'rsa' ? 1 : 0;
  const line = server.knownHosts.split('\n')[index] ?? '';
  expect(await names({ hosts, 'known-hosts': line })).toEqual(['host-a']);
  expect(await names({ hosts, 'known-hosts': `${server.address}:8404 ${bare(own[index])}` })).toEqual(['host-a']);
});

describe('stops before any attempt to log in, by the log of the server', () => {
  let before: number;
  beforeAll(async () => {
    before = (await server.log()).length;
  });
  afterAll(async () => {
    const log = (await server.log()).slice(before);
    expect(log.match(/Connection from/g)?.length).toBeGreaterThan(4);
    expect(log).not.toMatch(/userauth-request|Accepted|Failed/);
  });

  test('an unknown host', async () => {
    expect(await failure({ hosts, 'known-hosts': lab.hosts.b.knownHosts })).toBe(
      `E_SSH_HOST_UNKNOWN: ${hosts} presented ${own[0]}, and known-hosts has no key of ${where}\n` +
        `compare the fingerprint with the server's own, then add this line to known-hosts:\n${where} ${server.keys[0]}`,
    );
  });

  test('another key than the known one', async () => {
    expect(await failure({ hosts, 'known-hosts': `${where} ${stranger.line}` })).toBe(
      `E_SSH_HOST_KEY: ${hosts} presented ${own[0]}, known-hosts expects ssh-ed25519 ${stranger.fingerprint}\n${look}`,
    );
  });

  test('none of its keys is the pinned one', async () => {
    expect(await failure({ hosts, 'known-hosts': wrong(bare(own[0])) })).toBe(
      `E_SSH_HOST_KEY: ${hosts} presented ${own[0]} and ${own[1]}, known-hosts expects ${wrong(bare(own[0]))}\n${look}`,
    );
  });

  test('a revoked key', async () => {
    const lines = `@revoked * ${server.keys[0]}\n${where} ${server.keys[0]}`;
    expect(await failure({ hosts, 'known-hosts': lines })).toBe(
      `E_SSH_HOST_KEY: ${hosts} presented ${own[0]}, which known-hosts marks as @revoked\n${look}`,
    );
  });
});

describe('a server with a host certificate', () => {
  const folder = '/run/sd-ssh-8405';
  let certified: Sshd;
  let address: string;
  let known: string;

  beforeAll(async () => {
    certified = await startSshd(lab, { port: 8405, config: [`HostCertificate ${folder}/ed25519-cert.pub`] });
    address = `deploy@${certified.address}:8405`;
    known = `@cert-authority [10.77.0.*]:* ${authority.line}`;
    await asRoot(lab, `umask 077; cat >${folder}/authority`, authority.secret);
  });
  afterAll(() => certified?.dispose());

  const sign = async (...options: readonly string[]): Promise<void> => {
    await asRoot(lab, `ssh-keygen -q -s ${folder}/authority -I host -h ${options.join(' ')} ${folder}/ed25519.pub`);
    await certified.stop();
    await certified.start();
  };

  test('is known by its authority, by its key, and by its key’s fingerprint', async () => {
    await sign('-n', certified.address);
    for (const line of [known, certified.knownHosts, fingerprintOfLine(`x ${certified.keys[0]}`)])
      expect(await names({ hosts: address, 'known-hosts': line })).toEqual(['host-a']);
  });

  test('is offered to be pinned by its key where nothing is known of it', async () => {
    const text = await failure({ hosts: address, 'known-hosts': lab.hosts.b.knownHosts });
    expect(text.split('\n').at(-1)).toBe(`[${certified.address}]:8405 ${certified.keys[0]}`);
  });

  test('another authority, another name, and an old certificate are refused', async () => {
    const refused = (lines: string): Promise<string> => failure({ hosts: address, 'known-hosts': lines });
    const presented = `E_SSH_HOST_KEY: ${'deploy@10.77.0.11:8405'} presented ssh-ed25519-cert-v01@openssh.com SHA256:`;
    const text = await refused(`@cert-authority * ${stranger.line}`);
    expect(text.startsWith(presented)).toBe(true);
    expect(text.slice(presented.length + 43)).toBe(
      `, known-hosts expects a certificate by ssh-ed25519 ${stranger.fingerprint}\n${look}`,
    );
    await sign('-n', 'elsewhere');
    expect((await refused(known)).slice(presented.length + 43)).toBe(
      `: its certificate is not good: name is not a listed principal\n${look}`,
    );
    await sign('-n', certified.address, '-V', '20260101Z:20260102Z');
    expect((await refused(known)).slice(presented.length + 43)).toBe(`: its certificate is not good: expired\n${look}`);
  });
});
