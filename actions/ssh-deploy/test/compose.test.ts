import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCompose, parseNetworks } from '../src/compose.ts';

function services(text: string) {
  return parseCompose([{ path: 'compose.yaml', text }]);
}

function single(body: string): string | undefined {
  return services(`services:\n  a:\n    image: x\n    ${body}`)[0]?.single;
}

test('networks of the application: those that compose names after it', () => {
  const text = (networks: string) => [{ path: 'compose.yaml', text: `networks: ${networks}` }];
  expect(parseNetworks(text('{}'))).toEqual(['default']);
  expect(parseNetworks(text('{a: , b: {external: true}, c: {name: x}, d: {driver: bridge}}'))).toEqual([
    'default',
    'a',
    'd',
  ]);
  expect(parseNetworks(text('{default: {external: true, name: web}}'))).toEqual([]);
});

describe('compose files', () => {
  test('the sample application: anchors, a default in a mount, the proxy alone is single', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../test/lab/app/compose.yaml'), 'utf8');
    expect(services(text).map(({ name, single: why, mounts }) => [name, why, mounts])).toEqual([
      ['web', undefined, []],
      ['worker', undefined, []],
      ['proxy', expect.stringContaining('a fixed port'), ['${PROXY_CONFIG:-../../shared/haproxy}']],
    ]);
  });

  test.each([
    ['container_name: a1', 'container_name a1'],
    ['ports: ["80:8080"]', 'a fixed port (80:8080)'],
    ['ports: ["127.0.0.1:80:8080"]', 'a fixed port (127.0.0.1:80:8080)'],
    ['ports: [{target: 8080, published: "80"}]', 'a fixed port ({"target":8080,"published":"80"})'],
    ['network_mode: host', 'network_mode host'],
    ['volumes: ["data:/var/lib"]', 'a volume that it writes to (/var/lib)'],
    ['volumes: ["/var/lib"]', 'a volume that it writes to (/var/lib)'],
    ['volumes: [{type: bind, source: ./x, target: /x}]', 'a volume that it writes to (/x)'],
    ['ports: ["8080"]', undefined],
    ['ports: [{target: 8080}]', undefined],
    ['volumes: ["${DIR:-../../shared}/c:/etc/c:ro"]', undefined],
    ['volumes: [{type: bind, source: ./x, target: /x, read_only: true}]', undefined],
    ['volumes: [{type: tmpfs, target: /x}]', undefined],
  ])('%s', (body, why) => {
    expect(single(body)).toBe(why);
  });

  test.each([
    ['volumes: ["data:/x"]', 'volumes: ["./y:/y:ro"]', 'a volume that it writes to (/x)'],
    ['volumes: ["data:/x"]', 'volumes: ["other:/x:ro"]', undefined],
    ['ports: ["80:8080"]', 'ports: ["8081"]', 'a fixed port (80:8080)'],
    ['ports: ["80:8080"]', 'ports: !reset []', undefined],
    ['ports: ["80:8080"]', 'ports: !override ["8080"]', undefined],
    ['ports: ["8080"]', 'ports: !override ["80:8080"]', 'a fixed port (80:8080)'],
  ])('%s and in a second file %s', (one, other, why) => {
    const files = [one, other].map((body, at) => ({
      path: `${at}`,
      text: `services:\n  a:\n    image: x\n    ${body}`,
    }));
    expect(parseCompose(files)[0]?.single).toBe(why);
  });

  test('what stands deeper in a second file leaves its neighbours as they are', () => {
    const [first, second] = ['{deploy: {replicas: 2}, image: x}', '{deploy: {resources: {limits: {memory: 1m}}}}'];
    const files = [first, second].map((body, at) => ({ path: `${at}`, text: `services: {a: ${body}}` }));
    expect(parseCompose(files)[0]).toMatchObject({ replicas: 2, needs: { memory: 1_048_576 } });
  });

  test('profiles are told', () => {
    const found = services('services:\n  a: {image: x}\n  b: {image: x, profiles: [debug]}');
    expect(found.map(({ name, profiles }) => [name, profiles])).toEqual([
      ['a', []],
      ['b', ['debug']],
    ]);
  });

  test('later files win, and replicas and restart policies are read in both ways', () => {
    const [web, worker] = parseCompose([
      {
        path: 'a.yaml',
        text: 'services:\n  web: {image: x, scale: 2}\n  worker: {image: x, deploy: {replicas: 3, restart_policy: {condition: any}}}',
      },
      { path: 'b.yaml', text: 'services:\n  web: {image: y, restart: always}' },
    ]);
    expect(web).toMatchObject({ image: 'y', replicas: 2, hasRestartPolicy: true });
    expect(worker).toMatchObject({ replicas: 3, hasRestartPolicy: true });
  });

  test.each([
    ['services: [', 'compose.yaml is no YAML'],
    ['version: "3"', 'compose.yaml has no services'],
    ['include: [x.yaml]\nservices: {a: {}}', 'compose.yaml uses include, which is not supported'],
    ['services: {a: {scale: 0}}', 'service a has 0 replicas; write a number from 1'],
    ['services: {a: {deploy: {replicas: "${N}"}}}', 'service a has ${N} replicas; write a number from 1'],
    ['services: {a: {extends: b}}', 'service a uses extends, which is not supported'],
    ['services: {"a; reboot": {}}', 'service "a; reboot" has a name that compose would not take'],
  ])('%j is refused', (text, message) => {
    expect(() => services(text)).toThrow(message);
  });
});
