import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type FaultProxy, type ProxyFaults, startFaultProxy } from './fault-proxy.ts';
import {
  clearFaults,
  disconnectHost,
  dropPort,
  killHost,
  mountSmallDisk,
  pauseHost,
  resetPort,
  type Undo,
} from './faults.ts';
import { callS3 } from './sigv4.ts';
import { onHost } from './ssh.ts';
import { readLab } from './state.ts';

const lab = readLab();
const host = lab.hosts.c;

afterEach(() => clearFaults(lab, 'c'));

/** What a client of the host's sshd meets within half a second: its greeting, silence, or an error's code. */
function greeting(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(host.port, host.address);
  socket.on('data', (data) => resolve(data.toString().slice(0, 7)));
  socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
  setTimeout(() => resolve('silence'), 500);
  return promise.finally(() => socket.destroy());
}

const faults: readonly [string, () => Promise<Undo>, string][] = [
  ['a paused host', () => pauseHost(lab, 'c'), 'silence'],
  ['a dropped port', () => dropPort(lab, 'c', 22), 'silence'],
  ['a reset port', () => resetPort(lab, 'c', 22), 'ECONNREFUSED'],
  ['a disconnected host', () => disconnectHost(lab, 'c'), 'silence'],
  ['a killed host', () => killHost(lab, 'c'), 'silence'],
];

test.each(faults)('%s is felt, and heals', async (_name, begin, felt) => {
  expect(await greeting()).toBe('SSH-2.0');
  const undo = await begin();
  expect(await greeting()).toBe(felt);
  await undo();
  await expect.poll(greeting, { timeout: 10_000 }).toBe('SSH-2.0');
});

test('a small disk is full soon', async () => {
  const undo = await mountSmallDisk(lab, 'c', { dir: '/opt/app/small', size: '1m' });
  await expect(onHost(lab, host, 'head -c 2M /dev/zero > /opt/app/small/file')).rejects.toThrow('No space left');
  await undo();
  await onHost(lab, host, 'head -c 2M /dev/zero > /opt/app/small/file; rm -r /opt/app/small');
});

async function throughProxy<T>(settings: ProxyFaults, work: (proxy: FaultProxy) => Promise<T>): Promise<T> {
  const proxy = await startFaultProxy({ host: '127.0.0.1', port: Number(new URL(lab.s3.endpoint).port) }, settings);
  return work(proxy).finally(proxy.close);
}

function putThrough(proxy: FaultProxy, body: Buffer): Promise<number> {
  const account = { ...lab.s3, endpoint: `http://127.0.0.1:${proxy.port}` };
  const path = `/${lab.s3.bucket}/lab-test/${randomUUID()}`;
  return callS3(account, { method: 'PUT', path, body }).then(
    (answer) => answer.status,
    () => 0,
  );
}

const body = Buffer.alloc(100_000, 'x');

test.each<[string, ProxyFaults, number]>([
  ['no fault', {}, 200],
  ['a flipped byte', { toServer: { flipAt: 50_000 } }, 400],
  ['a cut request', { toServer: { cutAfter: 50_000 } }, 0],
  ['a lost answer', { toClient: { cutAfter: 0 } }, 0],
])('a proxy with %s', async (_name, settings, status) => {
  expect(await throughProxy(settings, (proxy) => putThrough(proxy, body))).toBe(status);
});

test('a throttled proxy is slow, and only for the connections it is told', async () => {
  await throughProxy({ toServer: { bytesPerSecond: 200_000 }, onlyFirst: 1 }, async (proxy) => {
    const times: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const start = performance.now();
      expect(await putThrough(proxy, body)).toBe(200);
      times.push(performance.now() - start);
    }
    expect(times[0]).toBeGreaterThan(400);
    expect(times[1]).toBeLessThan(400);
    expect(proxy.connections()).toBe(2);
  });
});
