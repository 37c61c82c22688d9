import { Secret } from '@suite/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCompose } from '../src/compose.ts';
import { contentOf } from '../src/content.ts';
import { parseReclaimable } from '../src/facts-needs.ts';
import { type HostFacts, parseFacts } from '../src/host-facts.ts';
import { formatNeeds, needsOf, serviceProblems } from '../src/needs.ts';
import { questionOf } from '../src/question.ts';
import { checkout, digest, hostFacts, inputs } from './samples.ts';

const layer = (name: string, size: number) => ({ digest: name, size });
const running = [{ id: 'w', service: 'web', state: 'running', name: 'shop-web-1' }];
const none = hostFacts().needs;

function services(body: string) {
  return parseCompose([{ path: 'c', text: `services:\n  web:\n    image: reg.example/app\n${body}` }]);
}

describe('a service of the compose file', () => {
  test.each([
    ['ports: ["80:8080"]', [{ address: '', port: '80', protocol: 'tcp' }]],
    ['ports: ["127.0.0.1:80:8080/udp"]', [{ address: '127.0.0.1', port: '80', protocol: 'udp' }]],
    ['ports: ["[::1]:80:8080"]', [{ address: '::1', port: '80', protocol: 'tcp' }]],
    ['ports: ["${PORT:-80}:8080"]', [{ address: '', port: '${PORT:-80}', protocol: 'tcp' }]],
    [
      'ports: [{target: 8080, published: "80", host_ip: 10.0.0.1}]',
      [{ address: '10.0.0.1', port: '80', protocol: 'tcp' }],
    ],
    ['ports: ["8080", {target: 8080}]', []],
  ])('%s', (body, ports) => {
    expect(services(`    ${body}`)[0]?.needs.ports).toEqual(ports);
  });

  test.each([
    ['mem_limit: 512m', 512 * 1_024 ** 2],
    ['mem_limit: 1gb', 1_024 ** 3],
    ['mem_limit: 1000', 1_000],
    ['deploy: {resources: {limits: {memory: 1.5G}}}', 1.5 * 1_024 ** 3],
    ['mem_limit: ${LIMIT}', undefined],
    ['environment: {}', undefined],
  ])('%s', (body, memory) => {
    expect(services(`    ${body}`)[0]?.needs.memory).toBe(memory);
  });

  test.each([
    ['healthcheck: {test: x}', true],
    ['healthcheck: {test: x, disable: true}', false],
    ['environment: {}', false],
  ])('%s: %j', (body, has) => {
    expect(services(`    ${body}`)[0]?.needs.hasHealthcheck).toBe(has);
  });
});

describe('what a release takes', () => {
  const given = inputs();
  const needs = (facts: Partial<HostFacts>, body = '    mem_limit: 100m\n') => {
    const all = services(body);
    return needsOf(contentOf(given, checkout({ services: all }), '00'), all, hostFacts(facts));
  };

  test('is each missing layer once, and none that is there', () => {
    const missing = { a: [layer('x', 10), layer('base', 99)], b: [layer('x', 10), layer('y', 5)], c: undefined };
    const said = needs({ needs: { ...none, missing, present: [layer('base', 99)] } });
    expect(said).toEqual({ pull: 15, disk: 60, memory: 100 * 1_024 ** 2, unknown: ['c'] });
    expect(formatNeeds(said)).toEqual([
      'to pull: 15 B, at most 60 B on the disk while it is unpacked',
      'to pull: the registry does not tell the size of c',
      'memory: 104.9 MB more while old and new containers run',
    ]);
  });

  test('is the memory that the running container uses where there is no limit', () => {
    expect(needs({ containers: running, needs: { ...none, used: { w: 7 } } }, '    mem_limit: 1m\n').memory).toBe(
      1_024 ** 2,
    );
    expect(needs({ containers: running, needs: { ...none, used: { w: 7 } } }, '    restart: always\n').memory).toBe(7);
    expect(needs({}, '    restart: always\n').memory).toBe(0);
  });
});

describe('what cannot work', () => {
  const any = { protocol: 'tcp', address: '', port: 80, container: undefined };
  const problems = (
    listeners: HostFacts['needs']['listeners'],
    port = '"80:8080"',
    more: Readonly<Record<string, string>> = {},
  ) => {
    const own = [{ id: 'p', service: 'web', state: 'running', name: 'shop-web-1' }];
    const all = checkout({
      services: services(`    ports: [${port}]`),
      env: new Map([['PORT', new Secret('8080')]]),
    });
    const given = inputs(more);
    const content = contentOf(given, all, '00');
    const facts = hostFacts({ containers: own, needs: { ...none, listeners } });
    return serviceProblems('app', { inputs: given, facts, content, checkout: all }).map(({ message }) => message);
  };

  test.each([
    [[any], '"80:8080"', 'port 80/tcp, which service web publishes, is taken by another program'],
    [[any, { ...any, container: 'other-1' }], '"80:8080"', 'is taken by container other-1'],
    [[{ ...any, address: '127.0.0.1' }], '"80:8080"', 'is taken by another program'],
    [[{ ...any, address: '127.0.0.1' }], '"127.0.0.1:80:8080"', 'is taken by another program'],
    [[{ ...any, port: 8080 }], '"${PORT:-80}:8080"', 'port 8080/tcp'],
    [[{ ...any, port: 81 }], '"${NONE:-81}:8080"', 'port 81/tcp'],
  ])('%j for %s', (listeners, port, text) => {
    expect(problems(listeners, port)[0]).toContain(text);
  });

  test.each([
    [[any, { ...any, container: 'shop-web-1' }], '"80:8080"'],
    [[{ ...any, protocol: 'udp' }], '"80:8080"'],
    [[{ ...any, address: '127.0.0.1' }], '"10.0.0.1:80:8080"'],
    [[{ ...any, port: 81 }], '"80:8080"'],
  ])('%j is fine for %s', (listeners, port) => {
    expect(problems(listeners, port)).toEqual([]);
  });

  test('a service that nobody would judge', () => {
    expect(problems([], '8080', { 'ready-delay': '0s' })).toEqual([
      'app: nothing would tell whether web works: no healthcheck in the compose file, and ready-delay is 0s',
    ]);
    expect(problems([], '8080', { 'ready-delay': '0s', 'health-url': 'http://x/' })).toEqual([]);
    expect(problems([], '8080')).toEqual([]);
  });
});

test('what a host says of images, memory and ports is read', () => {
  const text = Buffer.from(JSON.stringify({ layers: [layer('x', 3)] })).toString('base64');
  const { needs } = parseFacts(
    `to-pull a@1 ${text}\nto-pull b@1 \npulled c@1 ${text}\nused w 12\nlisten tcp 0100007F:1F90\nlisten tcp 00000000000000000000000000000000:0016\npublished shop-web-1 0.0.0.0:8093->8080/tcp, [::]:8093->8080/tcp, 127.0.0.1:90-91->90-91/udp, 9090/tcp\npublished quiet \n`,
  );
  expect(needs.missing).toEqual({ 'a@1': [layer('x', 3)], 'b@1': undefined });
  expect(needs.present).toEqual([layer('x', 3)]);
  expect(needs.used).toEqual({ w: 12_288 });
  const shown = needs.listeners.map(
    ({ protocol, address, port, container }) => `${protocol} ${address}:${port} ${container}`,
  );
  expect(shown).toEqual([
    'tcp :8093 shop-web-1',
    'tcp :8093 shop-web-1',
    'udp 127.0.0.1:90 shop-web-1',
    'udp 127.0.0.1:91 shop-web-1',
    'tcp 127.0.0.1:8080 undefined',
    'tcp :22 undefined',
  ]);
});

test('whatever a host prints is read without a fault', () => {
  const words = [
    'missing',
    'present',
    'used',
    'listen',
    'published',
    'detail',
    'file',
    'hash',
    'env',
    'disk',
    'container',
    'manifest',
    'lock',
  ];
  const line = fc.tuple(fc.constantFrom(...words), fc.string()).map(([word, rest]) => `${word} ${rest}`);
  fc.assert(fc.property(fc.array(line), (lines) => parseFacts(lines.join('\n')).now === 0));
});

test('what docker could free', () => {
  const text = 'Images 148.8MB (96%)\nContainers 0B\nLocal Volumes 9GB (1%)\nBuild Cache 1kB\nnoise\n';
  expect(parseReclaimable(text)).toBe(148_801_000);
});

test('the images that a host is asked for: those of the release, and those that are written without a variable', () => {
  const all = checkout({
    services: parseCompose([
      { path: 'c', text: 'services: {web: {image: reg.example/app}, a: {image: redis}, b: {image: "${B}"}}' },
    ]),
  });
  const question = questionOf(
    inputs({ proxy: 'haproxy', registry: 'r', 'registry-username': 'u', 'registry-password': 'pass' }),
    all,
  );
  expect(question.images).toEqual([`reg.example/app@${digest('b')}`, 'redis']);
  expect(question).toMatchObject({ login: { host: 'r', username: 'u', password: 'pass' }, mode: 'deploy' });
});
