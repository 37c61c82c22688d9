// What must not pass though something answers, and what must not fail though something is lost: through the bundle.
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { findLeaks, findLeaksInFolder, type PhaseResult, type Step, step } from '@suite/testing';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { darkPort, type Running, serve } from '../../packages/http/test/zoo.ts';
import { readLab } from '../lab/state.ts';
import { openBoxes, resolving, serveAt, silentServer } from './health-gate-world.ts';

const lab = readLab();
const boxes = openBoxes(lab);
const steps: Step[] = [];
const running: Running[] = [];
const fast = { interval: '100ms', warmup: '0s', deadline: '20s' };

function prepare(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Step {
  const one = step('health-gate', { inputs: { ...fast, ...inputs }, env });
  steps.push(one);
  return one;
}
const gate = (inputs: Readonly<Record<string, string>>, env?: Readonly<Record<string, string>>): Promise<PhaseResult> =>
  prepare(inputs, env).main();
const resultOf = ({ outputs }: PhaseResult) => Object.fromEntries(outputs);
const reportOf = ({ outputs }: PhaseResult) => JSON.parse(readFileSync(outputs.get('report') ?? '', 'utf8'));
async function up(server: Promise<Running>): Promise<number> {
  const one = await server;
  running.push(one);
  return one.port;
}
const wellAt = (port: number, host = '127.0.0.1'): string => `http://${host}:${port}/health`;

afterEach(async () => {
  for (const one of steps.splice(0)) one.dispose();
  await Promise.all(running.splice(0).map((one) => one.close()));
});
afterAll(() => boxes.dispose());

describe('checks of which none can fail', () => {
  it.each([
    ['[]', 'checks: is an empty list: nothing would be checked'],
    ['- tcp: 127.0.0.1:9\n  required: false', 'checks: has no check that is required, so nothing could ever fail'],
  ])('are refused: %s', async (checks, message) => {
    const main = await gate({ checks });
    expect(main.exitCode).toBe(1);
    expect(main.errors.join()).toContain(message);
    expect(resultOf(main)).toMatchObject({ result: 'failed', 'should-rollback': 'false' });
  });
});

describe('a server', () => {
  it('that refuses HEAD while GET is well passes', async () => {
    const port = await up(
      serve((request, response) => response.writeHead(request.method === 'GET' ? 200 : 405).end('{"status":"ok"}')),
    );
    const main = await gate({ url: wellAt(port) });
    expect(main.errors).toEqual([]);
  });

  it('is found where localhost is ::1 first, whichever of the two it listens on', async () => {
    const port = await up(serve((_, response) => response.end('{"status":"ok"}')));
    const main = await gate({ url: wellAt(port, 'localhost') }, resolving({ localhost: ['::1', '127.0.0.1'] }));
    expect(main.errors).toEqual([]);
    expect(main.summary).toContain('127.0.0.1 · dns');
  });

  it('is seen at each of its addresses: the one behind, and the one where nobody listens', async () => {
    const env = resolving({ 'app.test': ['127.0.0.1', '127.0.0.2'] });
    const answers =
      (version: string): RequestListener =>
      (_, response) =>
        response.end(JSON.stringify({ status: 'ok', version }));
    const first = await serve(answers('abc1234'));
    running.push(first);
    const each = { url: wellAt(first.port, 'app.test'), addresses: 'each' };
    const alone = await gate(each, env);
    expect(alone.errors.at(-1)).toMatch(/1 of 2 on abc1234, 127\.0\.0\.2 .*refuses the connection/);
    running.push(await serveAt('127.0.0.2', first.port, answers('9f8e7d6')));
    const behind = await gate({ ...each, 'expect-version': 'abc1234' }, env);
    expect(behind.errors.at(-1)).toContain('1 of 2 on abc1234, 127.0.0.2 still on 9f8e7d6');
    const mixed = await gate(each, env);
    expect(mixed.errors.at(-1)).toMatch(/1 of 2 on \w+, 127\.0\.0\.\d on \w+/);
    const list = await gate({ ...each, addresses: '127.0.0.1\n127.0.0.2', 'expect-version': '9f8e7d6' });
    expect(list.errors.at(-1)).toContain('1 of 2 on 9f8e7d6, 127.0.0.1 still on abc1234');
    expect((await gate({ ...each, addresses: 'auto', 'expect-version': 'abc1234' }, env)).errors).toEqual([]);
  });

  it('that sends what nobody can unpack is refused', async () => {
    const port = await up(
      serve((_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('{"status":"down"}')),
    );
    const main = await gate({ url: wellAt(port) });
    expect(main.errors.at(-1)).toContain('its zstd encoding cannot be undone');
  });
});

describe('a database', () => {
  it('that loads is refused, by redis and by tcp', async () => {
    const { address } = await boxes.loadingRedis();
    const checks = `- redis: ${address}\n- tcp: ${address}:6379`;
    const main = await gate({ checks, warmup: '60s', deadline: '15s' });
    const says = 'LOADING Redis is loading the dataset in memory';
    expect(main.errors.at(-1)).toContain(`redis ${address}:6379: ${says}`);
    expect(main.errors.at(-1)).toContain(`open, but redis takes no commands: ${says}`);
  });

  it('that refuses a password is hopeless; without one it is up', async () => {
    const { address } = await boxes.redis('--requirepass', 'right-word');
    const up = await gate({ checks: `- redis: ${address}\n- tcp: ${address}:6379`, warmup: '20s' });
    expect(up.errors).toEqual([]);
    const main = await gate({ checks: `- redis: redis://:planted-wrong-word@${address}` });
    expect(resultOf(main)).toMatchObject({ result: 'failed', samples: '1' });
    expect(main.errors.at(-1)).toContain('WRONGPASS');
    expect((await gate({ checks: `- redis: redis://:right-word@${address}` })).errors).toEqual([]);
  });

  it('that is paused has its port open and is refused', async () => {
    const [redis, postgres] = await Promise.all([boxes.redis(), boxes.postgres()]);
    const checks = `- redis: ${redis.address}\n- postgres: postgres@${postgres.address}`;
    expect((await gate({ checks, warmup: '20s' })).errors).toEqual([]);
    await Promise.all([redis.pause(), postgres.pause()]);
    const ports = `- tcp: ${redis.address}:6379\n- tcp: ${postgres.address}:5432`;
    const once = { 'request-timeout': '2s', 'consecutive-failures': '1', 'flake-budget': '0 in 1' };
    const main = await gate({ checks: `${checks}\n${ports}`, ...once });
    expect(resultOf(main)).toMatchObject({ result: 'failed' });
    expect(main.errors.at(-1)?.match(/timed out in waiting for the answer/g)).toHaveLength(4);
  });
});

describe('a flake', () => {
  /** Closes the connection at the requests with these numbers, from 1 on. */
  const losing = (lost: (count: number) => boolean): Promise<number> => {
    let count = 0;
    return up(serve((_, response) => (lost(++count) ? response.destroy() : response.end('{"status":"ok"}'))));
  };

  it('is forgiven at the end of the bake time too', async () => {
    const bakeMs = 2_000;
    let bakesSince = Number.POSITIVE_INFINITY;
    const port = await losing((count) => {
      if (count === 3) bakesSince = performance.now();
      const over = performance.now() - bakesSince > bakeMs - 50;
      if (over) bakesSince = Number.POSITIVE_INFINITY;
      return over;
    });
    const main = await gate({ url: wellAt(port), bake: `${bakeMs}ms`, interval: '200ms' });
    expect(main.errors).toEqual([]);
    expect(bakesSince).toBe(Number.POSITIVE_INFINITY);
    expect(main.summary).toContain('1 forgiven by the flake budget');
  });

  it('is not what comes four times in ten', async () => {
    const port = await losing((count) => count > 3 && [0, 3, 5, 8].includes(count % 10));
    const main = await gate({ url: wellAt(port), bake: '30s' });
    expect(resultOf(main)).toMatchObject({ result: 'failed', 'should-rollback': 'true' });
    expect(main.errors.at(-1)).toContain('healthy at first, then:');
    const seldom = await losing((count) => count % 10 === 5);
    const once = await gate({ url: wellAt(seldom), bake: '3s' });
    expect(once.errors).toEqual([]);
    expect(once.summary).toMatch(/\d+ forgiven by the flake budget/);
  });
});

describe('time', () => {
  it('of the deadline is kept where everything is dark, the look at GitHub and the look-up too', async () => {
    const dark = await up(darkPort());
    const api = { GITHUB_API_URL: `http://127.0.0.1:${dark}` };
    const main = await gate({ url: wellAt(dark), deadline: '2s', warmup: '10s', successes: '1' }, api);
    expect(main.outputs.get('result')).toBe('inconclusive');
    expect(reportOf(main).durationMs).toBeGreaterThanOrEqual(1_990);
    // Without a cap the look at GitHub alone takes three seconds more.
    expect(Number(main.outputs.get('duration-ms'))).toBeLessThan(3_500);
  });

  it('in which a container that dies is seen is two intervals', async () => {
    const box = await boxes.shell('exec sleep 600');
    const env = { PATH: lab.path, DOCKER_HOST: lab.dockerHost };
    const one = prepare({ checks: `- docker: ${box.id}`, bake: '60s', interval: '3s', successes: '1' }, env).start();
    await one.waitFor(/→ baking/);
    const killed = performance.now();
    await box.kill();
    const main = await one.done;
    expect(performance.now() - killed).toBeLessThan(6_000);
    expect(resultOf(main)).toMatchObject({ result: 'failed', 'should-rollback': 'true' });
  });
});

describe('what only is degraded', () => {
  it.each([
    ['degraded: fail', { degraded: 'fail' }, 'failed'],
    ['a rule', { components: 'ollama=healthy' }, 'failed'],
    ['nothing', {}, 'passed'],
  ])('is no reason to roll back where %s judges it', async (_, inputs, result) => {
    const port = await up(
      serve((_request, response) => response.end('{"status":"degraded","checks":{"ollama":"degraded"}}')),
    );
    expect(resultOf(await gate({ url: wellAt(port), ...inputs }))).toMatchObject({
      result,
      'should-rollback': 'false',
    });
  });
});

describe('a broken run', () => {
  it('leaves its report where a pattern never ends', async () => {
    const port = await up(serve((_, response) => response.end(JSON.stringify({ s: `${'a'.repeat(40)}!` }))));
    const main = await gate({ url: wellAt(port), until: '$.s matches "^(a+)+$"' });
    expect(main.errors.at(-1)).toContain('E_PATTERN');
    expect(resultOf(main)).toMatchObject({ result: 'failed', samples: '0', 'should-rollback': 'false' });
    expect(reportOf(main)).toMatchObject({ result: 'failed', reason: expect.stringContaining('the pattern') });
  });

  it('shows no secret of a URL, a header or a password of Basic, though the server says all of them', async () => {
    const [token, own, word] = ["tok_live*1'2|a~b", "own_live*3'4|c~d", "word_live*5'6|e~f"];
    const port = await up(
      serve((request, response) => {
        const { 'x-auth': auth, authorization = '' } = request.headers;
        const said = [
          request.url,
          auth,
          Buffer.from(authorization.slice(6), 'base64').toString(),
          'x'.repeat(70),
          token,
        ];
        response
          .writeHead(503)
          .end(JSON.stringify({ status: 'down', checks: { db: `${'y'.repeat(50)}${own}`, all: said.join(' ') } }));
      }),
    );
    const one = prepare({
      url: `${wellAt(port)}?token=${encodeURIComponent(token)}`,
      headers: `X-Auth: ${own}\nAuthorization: Basic ${btoa(`ann:${word}`)}`,
    });
    const { stdout, stderr, summary, outputs, errors } = await one.main();
    expect(errors.at(-1)).toContain('503');
    for (const secret of [token, own, word]) {
      const texts = { stdout, stderr, summary, outputs: JSON.stringify([...outputs]) };
      expect(findLeaks(secret, texts)).toEqual([]);
      expect(findLeaksInFolder(secret, one.temporary)).toEqual([]);
    }
  });
});

it('a silent server counts as reached: it is the application that times out', async () => {
  const server = await silentServer();
  const main = await gate({ url: `http://127.0.0.1:${server.port}/`, deadline: '1s', successes: '1', warmup: '9s' });
  server.close();
  expect(resultOf(main)).toMatchObject({ result: 'timed-out', 'should-rollback': 'false' });
});
