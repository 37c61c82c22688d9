import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLeaks, findLeaksInFolder, watchCommandLines } from '@suite/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificate, makeKey } from '../../packages/ssh/test/keys.ts';
import { readLab } from '../lab/state.ts';
import { makePlanner } from './ssh-plan.ts';
import { asRoot, type Sshd, startSshd } from './ssh-servers.ts';

const lab = readLab();
const planner = makePlanner(lab);
const passphrase = 'open sesame 8400';
const keys = {
  ed25519: makeKey('ed25519', '-N', passphrase),
  ecdsa: makeKey('ecdsa', '-N', passphrase),
  rsa: makeKey('rsa', '-b', '2048', '-N', passphrase),
  'rsa PEM': makeKey('rsa', '-b', '2048', '-m', 'PEM', '-N', passphrase),
  'rsa PKCS#8': makeKey('rsa', '-b', '2048', '-m', 'PKCS8', '-N', passphrase),
  'ecdsa PKCS#8': makeKey('ecdsa', '-m', 'PKCS8', '-N', passphrase),
};
const signed = makeCertificate('ed25519', '-I', 'ci run', '-n', 'deploy', '-V', '+1h');
const forOps = makeCertificate('ed25519', '-I', 'ci run', '-n', 'ops', '-V', '20260101Z:20991231Z');
const carried = makeKey('ed25519');
let server: Sshd;
let place: Record<string, string>;

beforeAll(async () => {
  const folder = '/run/sd-ssh-8400';
  server = await startSshd(lab, {
    port: 8400,
    config: [`AuthorizedKeysFile ${folder}/authorized`, `TrustedUserCAKeys ${folder}/authorities`],
  });
  const lines = [...Object.values(keys), carried].map(({ line }) => line);
  await asRoot(lab, `cat >${folder}/authorized`, `${lines.join('\n')}\n`);
  await asRoot(lab, `cat >${folder}/authorities`, `${signed.authority.line}\n${forOps.authority.line}\n`);
  place = { hosts: `deploy@${server.address}:8400`, 'known-hosts': server.knownHosts };
});

afterAll(async () => {
  planner.dispose();
  await server?.dispose();
});

/** Whether the agent of a folder still lives; its socket stays until post removes the folder. */
function answers(folder: string): boolean {
  return spawnSync('ssh-add', ['-l'], { env: { ...process.env, SSH_AUTH_SOCK: join(folder, 'agent') } }).status !== 2;
}

test.each(Object.entries(keys))('%s with a passphrase logs in', async (_name, { secret }) => {
  const damaged = secret.trimEnd().replaceAll('\n', '\r\n');
  expect(await planner.fails({ ...place, 'ssh-key': damaged, 'ssh-key-passphrase': passphrase })).toBe('planned');
});

test('neither key nor passphrase is in a file, a command line or the log, and the agent ends', async () => {
  const one = planner.step({ ...place, 'ssh-key': keys.ed25519.secret, 'ssh-key-passphrase': passphrase });
  const body = keys.ed25519.secret.split('\n')[3] ?? '';
  const watched = watchCommandLines();
  const running = one.start();
  await running.waitFor(/busybox/);
  for (const secret of [passphrase, body]) expect(findLeaksInFolder(secret, one.temporary)).toEqual([]);
  const { stdout, stderr } = await running.done;
  const texts = { commands: watched.stop(), stdout, stderr };
  for (const secret of [passphrase, body]) expect(findLeaks(secret, texts)).toEqual([]);
  const [folder = ''] = readdirSync(one.temporary);
  await expect.poll(() => answers(join(one.temporary, folder)), { timeout: 15_000 }).toBe(false);
  await one.post('success');
  expect(readdirSync(one.temporary)).toEqual([]);
  one.dispose();
});

test('killed, it leaves no agent and no connection behind', async () => {
  const quiet = await startSshd(lab, { port: 8401 });
  const one = planner.step({ hosts: `deploy@${quiet.address}:8401`, 'known-hosts': quiet.knownHosts });
  const running = one.start();
  const open = (): boolean => existsSync(join(one.temporary, readdirSync(one.temporary)[0] ?? '-', 'host-1'));
  await expect.poll(open, { interval: 5, timeout: 20_000 }).toBe(true);
  running.kill();
  await running.done;
  const folder = join(one.temporary, readdirSync(one.temporary)[0] ?? '');
  await expect.poll(() => answers(folder), { timeout: 15_000 }).toBe(false);
  const connected = (): boolean =>
    spawnSync('ssh', ['-F', 'config', '-O', 'check', 'host-1'], { cwd: folder }).status === 0;
  await expect.poll(connected, { timeout: 15_000 }).toBe(false);
  one.dispose();
  await quiet.dispose();
});

/** Runs work beside an ssh-agent of its own that holds one key. */
async function withAgent(secret: string, work: (env: Record<string, string>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'agent-'));
  const env = { SSH_AUTH_SOCK: join(folder, 'socket') };
  const agent = spawn('ssh-agent', ['-D', '-a', env.SSH_AUTH_SOCK], { stdio: 'ignore' });
  try {
    await expect.poll(() => existsSync(env.SSH_AUTH_SOCK), { timeout: 10_000 }).toBe(true);
    expect(spawnSync('ssh-add', ['-'], { input: secret, env: { ...process.env, ...env } }).status).toBe(0);
    await work(env);
  } finally {
    agent.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the key of a running ssh-agent logs in, and another one is told as what it is', async () => {
  const given = { ...place, 'ssh-key': '' };
  await withAgent(carried.secret, async (env) => {
    const { errors, outputs } = await planner.plan(given, env);
    expect([...errors, outputs.get('result')]).toEqual(['planned']);
  });
  const stranger = makeKey('ed25519');
  await withAgent(stranger.secret, async (env) => {
    expect((await planner.plan(given, env)).errors).toEqual([
      `E_SSH_AUTH: deploy@${server.address}:8400 refused to log in: offered ED25519 ${stranger.fingerprint}, the server takes publickey
add the public half of the key to ~/.ssh/authorized_keys of deploy, or give the right ssh-key`,
    ]);
  });
});

describe('a passphrase that does not fit is told before anything is connected', () => {
  test.each([
    [
      'wrong',
      { 'ssh-key': keys.ed25519.secret, 'ssh-key-passphrase': 'guess' },
      'ssh-key-passphrase: does not open ssh-key; is it the one that this key was made with?',
    ],
    [
      'wrong for PKCS#8',
      { 'ssh-key': keys['rsa PKCS#8'].secret, 'ssh-key-passphrase': 'guess' },
      'ssh-key-passphrase: does not open ssh-key; is it the one that this key was made with?',
    ],
    [
      'missing',
      { 'ssh-key': keys.ed25519.secret },
      'ssh-key-passphrase: is missing, and ssh-key is protected by a passphrase',
    ],
  ])('%s', async (_name, inputs, problem) => {
    const hosts = { hosts: 'deploy@nowhere.invalid', 'known-hosts': server.knownHosts };
    expect(await planner.fails({ ...hosts, ...inputs })).toBe(
      `E_INPUT: one input is wrong; nothing was changed\n${problem}`,
    );
  });
});

describe('a certificate', () => {
  test('logs in with a key that the server does not know', async () => {
    expect(await planner.fails({ ...place, 'ssh-key': signed.key.secret, 'ssh-certificate': signed.line })).toBe(
      'planned',
    );
  });

  test('for another user is refused by the server, and the message says whom it is for', async () => {
    expect(await planner.fails({ ...place, 'ssh-key': forOps.key.secret, 'ssh-certificate': forOps.line })).toBe(
      `E_SSH_AUTH: deploy@${server.address}:8400 refused to log in: offered certificate "ci run" for ops until 2099-12-31T00:00:00Z,` +
        ` signed by ${forOps.authority.fingerprint} and ED25519 ${forOps.key.fingerprint}, the server takes publickey\n` +
        'the server must trust that authority (TrustedUserCAKeys) and the certificate must name deploy; or add the public half' +
        ' of the key to ~/.ssh/authorized_keys of deploy, or give the right ssh-key',
    );
  });

  test('that has expired and is for another key is told before anything is connected', async () => {
    const old = makeCertificate('ed25519', '-I', 'x', '-n', 'deploy', '-V', '20260101Z:20260102Z');
    const inputs = { 'ssh-key': keys.rsa.secret, 'ssh-key-passphrase': passphrase, 'ssh-certificate': old.line };
    expect(await planner.fails({ hosts: 'deploy@nowhere.invalid', 'known-hosts': server.knownHosts, ...inputs })).toBe(
      'E_INPUT: 2 inputs are wrong; nothing was changed\n' +
        'ssh-certificate: expired at 2026-01-02T00:00:00Z; have a new one signed\n' +
        `ssh-certificate: is for the key ${old.key.fingerprint}, and ssh-key is ${keys.rsa.fingerprint}`,
    );
  });
});

test('a key that the server does not know is named by its fingerprint, and tried once', async () => {
  const stranger = makeKey('ed25519');
  const before = (await server.log()).length;
  expect(await planner.fails({ ...place, 'ssh-key': stranger.secret, 'connect-retries': '3' })).toBe(
    `E_SSH_AUTH: deploy@${server.address}:8400 refused to log in: offered ED25519 ${stranger.fingerprint}, the server takes publickey\n` +
      'add the public half of the key to ~/.ssh/authorized_keys of deploy, or give the right ssh-key',
  );
  expect((await server.log()).slice(before).match(/Connection from/g)).toHaveLength(1);
});
