import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedule } from '../src/schedule.ts';
import { planFor } from './world.ts';

const FILE = `
checks:
  - { name: me, get: /me, headers: { Authorization: "Bearer {{token}}" }, tags: [auth] }
  - { name: login, post: /login, json: { user: "{{user}}" }, capture: { token: json.token } }
  - { name: health, get: /health, tags: [fast] }
`;
const plan = (file: string, inputs: Record<string, string> = {}) =>
  planFor({ files: 'a.yml', ...inputs }, { 'a.yml': file });
const problems = (file: string, inputs: Record<string, string> = {}) =>
  plan(file, inputs).then(
    () => '',
    (error: Error) => error.message,
  );

describe('the graph', () => {
  it('is derived from captures, in whatever order checks stand', async () => {
    const { nodes } = await plan(FILE, { variables: 'user=ann' });
    expect(nodes.map(({ check, needs }) => [check.name, needs])).toEqual([
      ['me', [1]],
      ['login', []],
      ['health', []],
    ]);
  });

  it('finds names in every place that may hold them', async () => {
    const used = [
      'get: "/{{id}}"',
      'get: /x, query: { a: "{{id}}" }',
      'post: /x, form: { a: "{{id}}" }',
      'get: /x, expect: { json.a: "{{id}}" }',
      'get: /x, expect: { body: "not contains {{id}}" }',
    ];
    for (const check of used) {
      const { nodes } = await plan(`checks:\n  - { get: /a, capture: { id: json.id } }\n  - { ${check} }`);
      expect(nodes[1]?.needs, check).toEqual([0]);
    }
  });

  it.each([
    [FILE, 'a.yml:4 login uses {{user}}, which nothing gives'],
    [
      'variables: { tokn: x }\nchecks: [{ get: "/{{token}}" }]',
      'uses {{token}}, which nothing gives; did you mean tokn?',
    ],
    [
      'checks:\n  - { name: a, get: "/{{y}}", capture: { x: json.x } }\n  - { name: b, get: "/{{x}}", capture: { y: json.y } }',
      "a.yml:2 checks wait for each other's captures: a, b",
    ],
    [
      'checks:\n  - { name: a, get: /a, capture: { x: json.x } }\n  - { name: b, get: /b, capture: { x: json.x } }',
      'a.yml:3 captures x, which the check a captures too',
    ],
  ])('%j is refused', async (file, message) => {
    expect(await problems(file)).toContain(message);
  });
});

describe('tags', () => {
  it('select checks and what these need', async () => {
    const { nodes, notSelected } = await plan(FILE, { variables: 'user=ann', tags: 'auth' });
    expect(nodes.map(({ check }) => check.name)).toEqual(['me', 'login']);
    expect(notSelected).toBe(1);
  });

  it('that no check has are refused', async () => {
    expect(await problems(FILE, { variables: 'user=ann', tags: 'fats' })).toContain(
      'tags: no check has the tag fats; did you mean fast?',
    );
  });
});

describe('the plan', () => {
  it('refuses a budget for a check that is not there, and takes paths and names', async () => {
    expect(await problems(FILE, { variables: 'user=ann', 'latency-budget': 'helth.p95<1s' })).toContain(
      'latency-budget: helth.p95<1s names the check helth, which is not there; did you mean health?',
    );
    const { budgets } = await planFor({
      checks: 'GET /health 200\nGET /docs 200',
      'latency-budget': 'health.p95<1s, GET /docs.p50<1s, max<1s',
    });
    expect(budgets.map(({ ids }) => ids)).toEqual([[0], [1], undefined]);
  });

  it('knows a check by its name whatever addresses it is asked at', async () => {
    const file = 'checks: [{ name: login, get: /a }, { name: login @ night, get: /b }]';
    const budget = 'login.p95<1s, login @ night.p95<1s';
    const { budgets } = await plan(file, { addresses: '127.0.0.1 127.0.0.2', 'latency-budget': budget });
    expect(budgets.map(({ ids }) => ids)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('refuses to prove nothing', async () => {
    await expect(plan('checks: []')).rejects.toMatchObject({ code: 'E_NO_CHECKS' });
  });

  it('names everything that is wrong with files at once', async () => {
    const wrong = await planFor(
      { files: 'a.yml\nb.yml\nc/*.yml', 'ca-cert': 'no-such.pem' },
      { 'a.yml': 'checks: [{ get: x }, { post: /y, body-file: gone.json }]' },
    ).catch((error: Error) => error.message);
    expect(wrong).toContain('5 inputs are wrong; nothing was changed');
    for (const part of [
      'a.yml:1:17 the path "x"',
      'b.yml is not there',
      'c/*.yml matches no file',
      'a.yml:1 sends gone.json, which is not there',
      'ca-cert: "no-such.pem" is no file and no PEM text',
    ]) {
      expect(wrong).toContain(part);
    }
  });

  it('takes the address from the input before the file, and asks for one where there is none', async () => {
    expect(await problems('checks: [{ get: /a }]', { 'base-url': '' })).toContain(
      'base-url: is missing, and a.yml:1 asks for /a',
    );
  });
});

describe('the schedule', () => {
  it('begins nothing before what it needs is over, and keeps to its limit', async () => {
    const graphs = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 4 }), async (edges, limit) => {
        const items = edges.map((needs, id) => ({ id, needs: needs.filter((need) => need < id) }));
        const over = new Set<number>();
        let running = 0;
        await schedule(items, limit, async (id) => {
          running += 1;
          expect(running).toBeLessThanOrEqual(limit);
          for (const need of items[id]?.needs ?? []) expect(over.has(need)).toBe(true);
          await Promise.resolve();
          running -= 1;
          over.add(id);
        });
        expect(over.size).toBe(items.length);
      }),
    );
  });

  it('runs unrelated work side by side', async () => {
    let running = 0;
    let most = 0;
    await schedule(
      [0, 1, 2].map((id) => ({ id, needs: [] })),
      2,
      async () => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running -= 1;
      },
    );
    expect(most).toBe(2);
  });
});
