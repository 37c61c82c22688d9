import { fingerprintOfLine } from '@suite/ssh';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeKey } from '../../packages/ssh/test/keys.ts';
import { readLab } from '../lab/state.ts';
import { failure, names } from './ssh-names.ts';
import { asRoot, type Sshd, startSshd } from './ssh-servers.ts';

/** An OpenSSH that knows PerSourcePenalties, beside the host's own, which is too old. */
const NEXT = '/opt/openssh-next';
const paths = [
  `SshdSessionPath ${NEXT}/usr/lib/openssh/sshd-session`,
  `SshdAuthPath ${NEXT}/usr/lib/openssh/sshd-auth`,
];
const program = `${NEXT}/usr/sbin/sshd`;
const keys = ['ed25519', 'ecdsa', 'rsa'] as const;

const lab = readLab();
let strict: Sshd;
let usual: Sshd;

beforeAll(async () => {
  await asRoot(lab, unpackNext());
  strict = await startSshd(lab, { port: 8402, program, config: [...paths, 'PerSourcePenalties authfail:6s min:1s'] });
  usual = await startSshd(lab, { port: 8403, program, keys, config: paths });
});

afterAll(async () => {
  await strict?.dispose();
  await usual?.dispose();
});

/** Downloads Debian's backport and unpacks it beside the system, once a host. */
function unpackNext(): string {
  return `[ ! -x ${program} ] || exit 0
rm -rf ${NEXT}; mkdir -p ${NEXT}/lists/partial; cd ${NEXT}
mirror=$(grep -ohE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1 | tr -d ' ')
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror bookworm-backports main" >list
set -- -o Dir::Etc::sourcelist=$PWD/list -o Dir::Etc::sourceparts=- -o Dir::State::lists=$PWD/lists -o Dir::Cache=$PWD -o APT::Sandbox::User=root -o Acquire::Check-Valid-Until=false
apt-get "$@" update -qq
apt-get "$@" download -qq openssh-server
dpkg -x openssh-server*.deb .
rm -rf lists list archives ./*.deb ./*.bin`;
}

test('a runner that a real sshd penalises is told so, and gets in when the penalty is over', async () => {
  const host = `deploy@${strict.address}:${strict.port}`;
  const given = { hosts: host, 'known-hosts': strict.knownHosts };
  expect(await failure({ ...given, 'ssh-key': makeKey('ed25519').secret })).toMatch(/^E_SSH_AUTH: /);
  expect(await failure(given)).toBe(
    `E_SSH_UNREACHABLE: ${host}: the server refuses this runner for a while (Not allowed at this time)\n` +
      'failed logins or broken connections brought its PerSourcePenalties about; wait, then look at the log of its sshd',
  );
  expect(await names({ ...given, 'connect-retries': '8' })).toEqual(['host-a']);
});

test('asking for every type of key, again and again, brings no penalty about where sshd has its defaults', async () => {
  const pin = fingerprintOfLine(`x ${usual.keys[2]}`);
  const given = { hosts: `deploy@${usual.address}:${usual.port}`, 'known-hosts': pin, 'connect-timeout': '10s' };
  for (let round = 0; round < 3; round++) expect(await names(given)).toEqual(['host-a']);
});
