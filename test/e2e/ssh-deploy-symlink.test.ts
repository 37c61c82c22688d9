import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { makeWorld, type World } from './ssh-deploy-world.ts';

// A server that serves what it has loaded, until it is told to load again: as most do. Perl is in Debian's base.
const server = `use IO::Socket::INET;
my ($port, $folder) = @ARGV;
my $text;
sub load_text { open my $file, '<', "$folder/current/version.json" or return; local $/; $text = <$file>; }
load_text();
$SIG{HUP} = \\&load_text;
$SIG{PIPE} = 'IGNORE';
my $socket = IO::Socket::INET->new(LocalPort => $port, Listen => 128, ReuseAddr => 1) or die "port $port: $!";
while (1) {
  my $client = $socket->accept or next;
  while (my $line = <$client>) { last if $line =~ /^\\r?\\n$/ }
  print $client "HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nContent-Length: " . length($text) . "\\r\\n\\r\\n$text";
  close $client;
}
`;

let world: World;
let user: string;

beforeAll(async () => {
  world = await makeWorld('link', { port: 8501 });
  user = world.app.replaceAll('-', '');
  // A user of his own, who is not in the group docker: plain files must not need it.
  await world.onHost(
    'a',
    `useradd -m -s /bin/sh ${user} && usermod -p '*' ${user} && install -d -m 700 -o ${user} /home/${user}/.ssh &&
     install -m 600 -o ${user} /lab/authorized_keys /home/${user}/.ssh/authorized_keys && chown ${user} /opt/${world.app}`,
  );
});

afterAll(async () => {
  await world?.onHost('a', `pkill -u ${user}; sleep 0.3; userdel -rf ${user} 2>/dev/null || :`);
  await world?.dispose();
});

beforeEach(() => writeSite({ version: 'v1' }));

async function writeSite({ version }: { readonly version: string }): Promise<void> {
  const site = join(world.workspace, 'site');
  await mkdir(site, { recursive: true });
  await writeFile(join(site, 'version.json'), JSON.stringify({ version }));
  await writeFile(join(site, 'server.pl'), server);
}

const switchCommand = `echo "$RELEASE $UNDO" >>shared/switches
[ ! -e "$RELEASE_DIR/broken" ] || { echo "the service does not like $RELEASE" >&2; exit 3; }
pid=$(cat shared/pid 2>/dev/null || :)
if [ -n "$pid" ] && kill -0 "$pid"; then kill -HUP "$pid"; else
  setsid perl current/server.pl 8501 "$PWD" </dev/null >/dev/null 2>&1 &
  echo $! >shared/pid
fi`;

function inputs(release: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    hosts: `${user}@${world.lab.hosts.a.address}`,
    'compose-files': '',
    proxy: '',
    'migrate-command': '',
    strategy: 'symlink',
    'switch-command': switchCommand,
    files: 'site -> .',
    'health-url': 'http://127.0.0.1:8501/',
    release,
    ...more,
  };
}

async function serves(): Promise<string> {
  return ((await (await fetch(`${world.url('a')}/`)).json()) as { version: string }).version;
}

function look(script: string): Promise<string> {
  return world.onHost('a', `cd /opt/${world.app} && ${script}`);
}

const quiet = { keepAlive: 0, oneShot: 6, post: 0, slow: 0, paths: ['/'] };

test('first and second release of plain files without docker, under load: nothing lost', async () => {
  const first = await world.step(inputs('r1', { 'expect-version': 'v1' })).main();
  expect(first.errors).toEqual([]);
  expect(await serves()).toBe('v1');
  expect(await look('readlink current; readlink releases/r1/shared; ls releases/r1')).toBe(
    'releases/r1\n../../shared\nenv\nmanifest.json\nserver.pl\nshared\nversion.json',
  );
  await writeSite({ version: 'v2' });
  const load = startLoad({ url: world.url('a'), ...quiet });
  const second = await world.step(inputs('r2', { 'expect-version': 'v2', env: 'TOKEN=abcd1234' })).main();
  const report = await load.stop();
  expect(second.errors).toEqual([]);
  expect(report.lostSamples).toEqual([]);
  expect(report.requests).toBeGreaterThan(20);
  expect(await serves()).toBe('v2');
  expect(await look('readlink current; cat shared/switches')).toBe('releases/r2\nr1 false\nr2 false');
  const again = await world.step(inputs('r3', { env: 'TOKEN=abcd1234' })).main();
  expect(again.outputs.get('result')).toBe('unchanged');
});

test('a wrong version behind the switch: current and the service go back, nothing lost', async () => {
  await writeSite({ version: 'v3' });
  const load = startLoad({ url: world.url('a'), ...quiet });
  const result = await world.step(inputs('r3', { 'expect-version': 'v9' })).main();
  expect((await load.stop()).lostSamples).toEqual([]);
  expect(result.errors[0]).toMatch(
    /^E_VERSION: .*, switch: .* is version v3, expected v9\nE_ROLLED_BACK: rolled back in .* on r2/,
  );
  expect(result.outputs.get('result')).toBe('rolled-back');
  expect(await serves()).toBe('v2');
  expect(await look('readlink current; ls releases; tail -n 2 shared/switches')).toBe(
    'releases/r2\nr1\nr2\nr3 false\nr2 true',
  );
});

test('a switch-command that fails: its words are told, the release before is ordered again', async () => {
  await writeFile(join(world.workspace, 'site', 'broken'), '');
  const result = await world.step(inputs('r3')).main();
  expect(result.errors[0]).toMatch(
    /^E_SWITCH: .*, switch: switch-command ended with exit code 3\nE_ROLLED_BACK: rolled back in .* on r2/,
  );
  expect(result.errors[0]).toContain('the service does not like r3');
  expect(await serves()).toBe('v2');
  expect(await look('readlink current')).toBe('releases/r2');
  await rm(join(world.workspace, 'site', 'broken'));
});

test('SIGKILL of the runner behind the switch: the host goes back by itself', async () => {
  const running = world.step(inputs('r4', { env: 'A=longer-than-that', watch: '20s' })).start();
  await running.waitFor(/✓ switch: lead current/);
  expect(await serves()).toBe('v1');
  killTree(running.pid);
  await running.done;
  await expect.poll(() => look('[ -d .deploy/tx ] && echo open || echo settled'), { timeout: 40_000 }).toBe('settled');
  expect(await serves()).toBe('v2');
  expect(await look('readlink current; ls releases')).toBe('releases/r2\nr1\nr2');
});

test('mode rollback goes to the release before, by the command that stands in its manifest', async () => {
  const back = await world.step(inputs('', { mode: 'rollback', strategy: '', 'switch-command': '', files: '' })).main();
  expect(back.errors).toEqual([]);
  expect(back.outputs.get('result')).toBe('rolled-back');
  expect(await serves()).toBe('v1');
  expect(await look('readlink current; tail -n 1 shared/switches')).toBe('releases/r1\nr1 false');
});

test('strategy command orders without a rename before the commit; prune keeps what is asked for', async () => {
  await writeSite({ version: 'v5' });
  const command = 'ln -sfn "$RELEASE_DIR" live; echo "$RELEASE $UNDO $(readlink current)" >>shared/switches';
  const plain = { strategy: 'command', 'switch-command': command, 'health-url': '', 'keep-releases': '2' };
  const deployed = await world.step(inputs('r5', { ...plain, files: 'site -> .' })).main();
  expect(deployed.errors).toEqual([]);
  expect(await look('readlink live current; tail -n 1 shared/switches; ls releases')).toBe(
    `/opt/${world.app}/releases/r5\nreleases/r5\nr5 false releases/r1\nr1\nr5`,
  );
  const failing = { ...plain, 'health-url': 'http://127.0.0.1:8501/', 'expect-version': 'v9' };
  const wrong = await world.step(inputs('r6', { ...failing, env: 'A=longer-than-that' })).main();
  expect(wrong.errors[0]).toMatch(/^E_VERSION: .*\nE_ROLLED_BACK: rolled back in .* on r5/);
  expect(await look('readlink live current; tail -n 1 shared/switches')).toBe(
    `/opt/${world.app}/releases/r5\nreleases/r5\nr5 true releases/r5`,
  );
});
