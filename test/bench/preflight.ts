// Mode plan for ten hosts at once: the three of the lab by all their names and ports, and an sshd beside one of them.
import { lookupName, parseTarget } from '@suite/ssh';
import { makePlanner } from '../e2e/ssh-plan.ts';
import { startSshd } from '../e2e/ssh-servers.ts';
import { readLab } from '../lab/state.ts';
import { type Timing, timeInTurns } from './measure.ts';

/** What ten hosts may take, by the median. */
const BAR_MS = 5_000;

/** Needs the lab and the bundle, and takes one port of host-a. @throws Error where the bar was missed. */
export async function measurePreflight(rounds: number, port: number): Promise<readonly Timing[]> {
  const lab = readLab();
  const planner = makePlanner(lab);
  const beside = await startSshd(lab, { port });
  const places = Object.values(lab.hosts).flatMap(({ address, knownHosts }, index) => {
    const key =
      knownHosts
        .split('\n')
        .find((line) => line.includes('ed25519'))
        ?.split(' ')
        .slice(1)
        .join(' ') ?? '';
    return [address, `127.0.0.1:221${index + 1}`, `localhost:221${index + 1}`].map((name) => ({ name, key }));
  });
  const all = [{ name: `${beside.address}:${port}`, key: beside.keys[0] ?? '' }, ...places].map(({ name, key }) => {
    const host = `deploy@${name}`;
    return { host, line: `${lookupName(parseTarget(host))} ${key}` };
  });
  const plan = (count: number) => async (): Promise<undefined> => {
    const some = all.slice(0, count);
    const inputs = {
      hosts: some.map(({ host }) => host).join('\n'),
      'known-hosts': some.map(({ line }) => line).join('\n'),
    };
    const text = await planner.fails(inputs);
    if (text !== 'planned') throw new Error(text);
  };
  const timings = await timeInTurns(
    [1, all.length].map((count) => ({ name: `${count} ${count === 1 ? 'host' : 'hosts'}`, run: plan(count) })),
    rounds,
  );
  planner.dispose();
  await beside.dispose();
  const ten = timings.at(-1);
  if (ten === undefined || ten.median > BAR_MS)
    throw new Error(`the bar of ${BAR_MS} ms was missed: ${JSON.stringify(ten)}`);
  return timings;
}
