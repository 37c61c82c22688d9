import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';
import { formatError, toActionError } from '@suite/core';
import { connect } from '@suite/ssh';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFaultProxy } from '../lab/fault-proxy.ts';
import { readLab } from '../lab/state.ts';
import { failure, names, ports, withClient } from './ssh-names.ts';
import { asRoot, type Sshd, startSshd } from './ssh-servers.ts';

const lab = readLab();
const { a, b, c } = lab.hosts;
const check = 'check the address, the port and the firewall';
const blocked = 'it has too many logins at once (MaxStartups), or blocks this runner (fail2ban, PerSourcePenalties)';
let server: Sshd;
let hosts: string;

beforeAll(async () => {
  const noise = '/run/sd-ssh-8406/noise';
  server = await startSshd(lab, {
    port: 8406,
    config: ['MaxStartups 1:100:1', 'MaxSessions 1', 'Banner /etc/passwd', `SetEnv BASH_ENV=${noise}`],
  });
  await asRoot(lab, `echo 'echo "now connected"; echo noise >&2' >${noise}`);
  hosts = `deploy@${server.address}:8406`;
});

afterAll(() => server?.dispose());

/** The server by another address of loopback, as known-hosts must then name it. */
function knownAt(name: string): string {
  return `${name} ${server.keys[0]}`;
}

async function listen(host: string, onConnection: (socket: Socket) => void): Promise<Server> {
  const listening = createServer((socket) => {
    socket.on('error', () => undefined);
    onConnection(socket);
  }).listen(0, host);
  await once(listening, 'listening');
  return listening;
}

const portOf = (listening: Server): number => (listening.address() as AddressInfo).port;

test('a banner, a login shell that prints, and one session only are no hindrance', async () => {
  expect(await names({ hosts, 'known-hosts': server.knownHosts })).toEqual(['host-a']);
});

test('an IPv6 address', async () => {
  const relay = await listen('::1', (socket) => socket.pipe(dial(server.port, server.address)).pipe(socket));
  const port = portOf(relay);
  expect(await names({ hosts: `deploy@[::1]:${port}`, 'known-hosts': knownAt(`[::1]:${port}`) })).toEqual(['host-a']);
  relay.close();
});

describe('a host that cannot be reached says how', () => {
  test.each([
    ['deploy@10.77.0.11:8449', 'port 8449 refused the connection'],
    ['deploy@nowhere.invalid', 'the host name does not resolve'],
  ])('%s', async (host, reason) => {
    expect(await failure({ hosts: host, 'known-hosts': server.knownHosts })).toBe(
      `E_SSH_UNREACHABLE: ${host}: ${reason}\n${check}`,
    );
  });

  test('a port that takes the connection and says nothing', async () => {
    const silent = await listen('127.0.0.1', () => undefined);
    const host = `deploy@127.0.0.1:${portOf(silent)}`;
    expect(await failure({ hosts: host, 'known-hosts': server.knownHosts, 'connect-timeout': '1s' })).toBe(
      `E_SSH_UNREACHABLE: ${host}: no answer on port ${portOf(silent)} within connect-timeout\n${check}`,
    );
    silent.close();
  });

  test('a link that hangs behind the banner', async () => {
    const banner = await listen('127.0.0.1', (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'));
    const host = `deploy@127.0.0.1:${portOf(banner)}`;
    expect(await failure({ hosts: host, 'known-hosts': server.knownHosts, 'connect-timeout': '1s' })).toBe(
      `E_SSH_UNREACHABLE: ${host}: port ${portOf(banner)} answered, but the login did not end within connect-timeout\n${check}`,
    );
    banner.close();
  });

  test('a server that does not want this runner for now, as OpenSSH 9.8 and newer say it', async () => {
    const penalty = await listen('127.0.0.1', (socket) => socket.end('Not allowed at this time\r\n'));
    const host = `deploy@127.0.0.1:${portOf(penalty)}`;
    expect(await failure({ hosts: host, 'known-hosts': server.knownHosts })).toBe(
      `E_SSH_UNREACHABLE: ${host}: the server refuses this runner for a while (Not allowed at this time)\n` +
        'failed logins or broken connections brought its PerSourcePenalties about; wait, then look at the log of its sshd',
    );
    penalty.close();
  });
});

describe('tries again after a transport error', () => {
  test('until another login has ended (MaxStartups)', async () => {
    const other = dial(server.port, server.address);
    await once(other, 'data');
    const given = { hosts, 'known-hosts': server.knownHosts };
    expect(await failure(given)).toBe(
      `E_SSH_UNREACHABLE: ${hosts}: the server has too many logins at once (Exceeded MaxStartups)\n${blocked}`,
    );
    const patient = names({ ...given, 'connect-retries': '8' });
    setTimeout(() => other.destroy(), 1_000);
    expect(await patient).toEqual(['host-a']);
  });

  test('until sshd is up again', async () => {
    await server.stop();
    const patient = names({ hosts, 'known-hosts': server.knownHosts, 'connect-retries': '8' });
    setTimeout(() => void server.start(), 1_000);
    expect(await patient).toEqual(['host-a']);
  });
});

test('a restart of sshd does not touch an open connection, a cut link ends it', async () => {
  const proxy = await startFaultProxy({ host: server.address, port: server.port });
  const host = `deploy@127.0.0.1:${proxy.port}`;
  const known = knownAt(`[127.0.0.1]:${proxy.port}`);
  await withClient({ hosts: host, 'known-hosts': known }, async (client) => {
    const connection = await connect(client, 0, ports);
    await server.stop();
    await server.start();
    expect((await connection.run('hostname')).stdout).toBe('host-a\n');
    const running = connection.run('sleep 20').catch(toActionError);
    setTimeout(() => void proxy.close(), 300);
    const error = await running;
    expect('details' in error && formatError(error)).toMatch(
      new RegExp(
        `^E_SSH_LOST: ${host}: the connection was lost: .+\\nrun it again; where it comes back, look at the log of sshd and at what is between$`,
      ),
    );
    await connection.close();
  });
});

describe('jump hosts', () => {
  const known = (): string => [server.knownHosts, a.knownHosts, b.knownHosts, c.knownHosts].join('');
  const at = ({ address }: { readonly address: string }): string => `deploy@${address}`;

  test('three hosts go through one connection, which MaxStartups 1 and MaxSessions 1 allow', async () => {
    const before = (await server.log()).length;
    const three = [a, b, c].map(at).join('\n');
    expect(await names({ hosts: three, jump: hosts, 'known-hosts': known() })).toEqual(['host-a', 'host-b', 'host-c']);
    expect((await server.log()).slice(before).match(/Connection from/g)).toHaveLength(1);
  });

  test('a chain, the nearest first', async () => {
    expect(await names({ hosts: at(b), jump: `${hosts}, ${at(c)}`, 'known-hosts': known() })).toEqual(['host-b']);
    await expect(failure({ hosts: at(b), jump: `${hosts}\n${at(c)}:99`, 'known-hosts': known() })).resolves.toBe(
      `E_SSH_UNREACHABLE: ${at(c)}:99: ${hosts} could not connect to it: Connection refused\n${check}, also from ${hosts}`,
    );
  });

  test('the one that cannot be reached, or lets nobody through, is named', async () => {
    expect(await failure({ hosts: at(b), jump: `${at(a)}:8449`, 'known-hosts': known() })).toBe(
      `E_SSH_UNREACHABLE: ${at(a)}:8449: port 8449 refused the connection\n${check}`,
    );
    const closed = await startSshd(lab, { port: 8407, config: ['AllowTcpForwarding no'] });
    const jump = `${at(closed)}:8407`;
    expect(await failure({ hosts: at(b), jump, 'known-hosts': known() + closed.knownHosts })).toBe(
      `E_SSH_UNREACHABLE: ${at(b)}: ${jump} lets nobody through\nits sshd must allow it: AllowTcpForwarding, PermitOpen`,
    );
    await closed.dispose();
  });
});
