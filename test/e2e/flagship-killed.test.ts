import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoad } from '../lab/load.ts';
import { killTree } from '../lab/pipeline/kill.ts';
import { onHost } from '../lab/pipeline/production.ts';
import { makeProductionLine, type ProductionLine } from '../lab/pipeline/production-line.ts';
import { goodRelease } from '../lab/pipeline/variants.ts';
import { readLab } from '../lab/state.ts';

let line: ProductionLine;
let serving = '';

beforeAll(async () => {
  line = await makeProductionLine(readLab(), 'killed');
  serving = await line.repository.commit(goodRelease('v1'));
  const result = await line.run();
  expect(result.exitCode, result.text.slice(-3_000)).toBe(0);
});
afterAll(() => line.dispose());

/** Waits until nobody holds the host's lock and no transaction is open; gives up after the lease and all undos. */
async function settled(): Promise<string> {
  const script = 'flock -n /opt/app/.deploy/lock true && [ ! -e /opt/app/.deploy/tx/journal ] && echo settled || true';
  for (let second = 0; second < 120; second++) {
    if ((await onHost(line.lab, 'a', script)) === 'settled') return 'settled';
    await sleep(1_000);
  }
  return `open: ${await onHost(line.lab, 'a', 'ls -R /opt/app/.deploy')}`;
}

/** Containers of web, one line each: a host is whole when exactly one release serves. */
const webs = (): Promise<string> =>
  onHost(
    line.lab,
    'a',
    'docker ps --filter label=com.docker.compose.project=app --filter label=com.docker.compose.service=web --format "{{.Status}}"',
  );

describe('(f) a runner that dies', () => {
  it.each([
    ['while the new release starts', /✓ migrate: /],
    ['after the switch', /✓ switch: lead haproxy/],
    ['after the commit', /✓ switch: write the container/],
  ])('%s leaves the host on the old or the new release, and nothing lost', async (_, moment) => {
    const sha = await line.repository.commit(goodRelease(`next ${moment}`));
    const load = startLoad({ url: line.url, keepAlive: 4, oneShot: 4, post: 0.2, pauseMs: 20, maxSeconds: 300 });
    let killed: readonly number[] = [];
    const pipeline = line.start({
      onLine: (entry) => {
        if (killed.length === 0 && moment.test(entry)) killed = killTree(pipeline.pid);
      },
    });
    const result = await pipeline.done;
    expect(killed.length, result.text.slice(-3_000)).toBeGreaterThan(2);
    expect(await settled()).toBe('settled');
    const report = await load.stop();
    const version = await line.version();
    expect([serving, sha]).toContain(version);
    expect((await webs()).split('\n')).toEqual([expect.stringMatching(/Up .*healthy/)]);
    expect({ lost: report.lost, samples: report.lostSamples }).toEqual({ lost: 0, samples: [] });
    serving = version ?? '';
  });

  it('does not stand in the way of the next run', async () => {
    const sha = await line.repository.commit(goodRelease('after'));
    const result = await line.run();
    expect(result.exitCode, result.text.slice(-3_000)).toBe(0);
    expect(await line.version()).toBe(sha);
    expect(await onHost(line.lab, 'a', 'find /opt/app -name ".tmp*"')).toBe('');
  });
});
