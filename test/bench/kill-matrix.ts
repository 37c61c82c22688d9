// Every state of a deploy, killed in three ways, under load: where the host ends, how soon, and whether a next deploy works.
import type { RunningPhase, Step } from '@suite/testing';
import { type Moment, moments } from '../e2e/ssh-deploy-moments.ts';
import { flaws, settled, standing } from '../e2e/ssh-deploy-whole.ts';
import { makeWorld, type World } from '../e2e/ssh-deploy-world.ts';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';

/** Seconds within which a host must have settled: lease, longest firm step, undos. */
const LIMIT = 21 + 10 + 10;

/** A way to die, and where the host must end then; undefined where that state has nothing to kill. */
interface Way {
  readonly name: string;
  readonly ends: (moment: Moment) => Moment['ends'] | undefined;
  readonly die: (world: World, running: RunningPhase, step: Step) => Promise<void>;
}

const ways: readonly Way[] = [
  {
    name: 'runner and ssh killed',
    ends: ({ ends }) => ends,
    die: async (_world, running) => {
      killTree(running.pid);
      await running.done;
    },
  },
  {
    name: 'job cancelled, post',
    ends: () => 'old',
    die: async (_world, running, step) => {
      running.cancel();
      await running.done;
      await step.post('cancelled');
    },
  },
  {
    name: 'agent and script killed, post',
    ends: ({ agent }) => (agent ? 'old' : undefined),
    die: async (world, running, step) => {
      await killAgent(world);
      await running.done;
      await step.post('failure');
    },
  },
];

/** Ends everything that works in the folder of the transaction, at once. */
function killAgent(world: World): Promise<string> {
  const mine = `ls -l /proc/[0-9]*/cwd 2>/dev/null | awk '$NF ~ "^/opt/${world.app}/.deploy" { split($9, part, "/"); print part[3] }'`;
  return world.onHost('a', `${mine} | xargs -r kill -9 || :`);
}

interface Cell {
  readonly text: string;
  readonly flaws: readonly string[];
}

/** Runs the matrix against the lab and gives it as a Markdown table. @throws Error naming every cell that failed. */
export async function killMatrix(port: number): Promise<string> {
  const world = await makeWorld('matrix', { port });
  const failures: string[] = [];
  try {
    const images = { v1: await world.image(goodRelease('v1')), v2: await world.image(goodRelease('v2')) };
    const deploys = deployer(world, images);
    const first = await deploys.whole();
    if (first.length > 0) throw new Error(`the first release: ${first.join('; ')}`);
    const rows: string[] = [];
    for (const moment of moments) {
      const cells: Cell[] = [];
      for (const way of ways) {
        const cell = await kill(world, deploys, { moment, way });
        cells.push(cell);
        for (const flaw of cell.flaws) console.log(`${moment.state}, ${way.name}: ${flaw}`);
        failures.push(...cell.flaws.map((flaw) => `${moment.state}, ${way.name}: ${flaw}`));
      }
      rows.push(`| ${moment.state} | ${cells.map(({ text }) => text).join(' | ')} |`);
      console.log(rows.at(-1));
    }
    if (failures.length > 0) throw new Error(`${failures.length} flaws:\n${failures.join('\n')}`);
    const head = ['| killed in | ', ways.map(({ name }) => name).join(' | '), ' |'].join('');
    return [head, `| --- |${' --- |'.repeat(ways.length)}`, ...rows].join('\n');
  } finally {
    await world.dispose();
  }
}

interface Deploys {
  /** The other version than the one that serves, under a new release. */
  readonly next: () => { readonly step: Step; readonly release: string; readonly version: 'v1' | 'v2' };
  /** A deploy that nobody disturbs; why it did not work. */
  readonly whole: () => Promise<readonly string[]>;
  readonly saw: (version: string | undefined) => void;
  readonly serving: () => 'v1' | 'v2';
}

function deployer(world: World, images: Readonly<Record<'v1' | 'v2', string>>): Deploys {
  let serving: 'v1' | 'v2' = 'v2';
  let count = 0;
  const next: Deploys['next'] = () => {
    count += 1;
    const version = serving === 'v1' ? 'v2' : 'v1';
    const pinned = `web=${images[version]}\nworker=${images[version]}`;
    const inputs = { release: `r${count}`, images: pinned, watch: '2s', lease: '21s', 'keep-releases': '2' };
    return { step: world.step(inputs), release: `r${count}`, version };
  };
  return {
    next,
    saw: (version) => {
      if (version === 'v1' || version === 'v2') serving = version;
    },
    serving: () => serving,
    whole: async () => {
      const { step, version } = next();
      const { outputs, errors } = await step.main();
      step.dispose();
      serving = version;
      const found = await standing(world);
      return outputs.get('result') === 'deployed'
        ? flaws(found, '').map((flaw) => `behind the next deploy: ${flaw}`)
        : [`the next deploy: ${outputs.get('result')}: ${errors[0]}`];
    },
  };
}

async function kill(world: World, deploys: Deploys, { moment, way }: { moment: Moment; way: Way }): Promise<Cell> {
  const wanted = way.ends(moment);
  if (wanted === undefined) return { text: '–', flaws: [] };
  if (moment.state.startsWith('4')) await leaveOpen(world, deploys);
  const old = deploys.serving();
  const { step, release, version } = deploys.next();
  const load = startLoad({ url: world.url('a'), keepAlive: 3, oneShot: 3 });
  const running = step.start();
  await moment.reached(running);
  const died = performance.now();
  await way.die(world, running, step);
  await settled(world);
  const seconds = (performance.now() - died) / 1_000;
  const { lost, requests, lostSamples } = await load.stop();
  const found = await standing(world);
  deploys.saw(found.version);
  const end = found.version === old ? 'old' : found.version === version ? 'new' : 'neither';
  const wrong = [
    // A release that was committed and then rolled back is kept, as every release of before.
    ...flaws(found, moment.ends === 'old' ? release : ''),
    ...((wanted === 'either' ? ['old', 'new'].includes(end) : end === wanted) ? [] : [`ends ${end}, not ${wanted}`]),
    ...(seconds <= LIMIT ? [] : [`settled after ${seconds.toFixed(1)} s`]),
    ...(lost === 0 ? [] : [`lost ${lost} of ${requests}: ${JSON.stringify(lostSamples[0])}`]),
    ...(await deploys.whole()),
  ];
  step.dispose();
  return { text: `${end}, ${seconds.toFixed(1)} s${wrong.length > 0 ? ' **failed**' : ''}`, flaws: wrong };
}

/** A deploy that died together with its agent: the next one finds its journal. */
async function leaveOpen(world: World, deploys: Deploys): Promise<void> {
  const { step } = deploys.next();
  const running = step.start();
  await running.waitFor(/✓ start: start new/);
  await killAgent(world);
  killTree(running.pid);
  await running.done;
  step.dispose();
}
