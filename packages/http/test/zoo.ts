// Certificates of every kind, made by openssl in a temporary folder, and servers that misbehave in every way.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as NetServer,
  type Socket,
} from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsOptions } from 'node:tls';
import { Worker } from 'node:worker_threads';

export interface Zoo {
  readonly caFile: string;
  readonly ca: string;
  /** Key and certificate for names; dates as openssl writes them, YYYYMMDDHHMMSSZ. */
  readonly issue: (names: string, how?: Issue) => KeyPair;
  /** The same behind an intermediate authority; the dates are those of the intermediate. */
  readonly issueBehind: (names: string, dates: Pick<Issue, 'from' | 'to'>) => KeyPair;
  readonly selfSigned: () => KeyPair;
  readonly dispose: () => void;
}

export interface Issue {
  readonly from?: string;
  readonly to?: string;
  /** Lines of an extension section beside the names. */
  readonly extensions?: string;
}

export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** Makes an authority of its own. */
export function openZoo(): Zoo {
  const folder = mkdtempSync(join(tmpdir(), 'zoo-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const config =
    '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n';
  writeFileSync(at('ca.cnf'), config);
  writeFileSync(at('index.txt'), '');
  writeFileSync(at('serial'), '1000');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const selfSign = (name: string, ...more: readonly string[]): void =>
    openssl('req', '-x509', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.crt`, '-days', '30', ...more);
  selfSign('ca', '-subj', '/CN=Zoo Authority');
  const read = (name: string): string => readFileSync(at(name), 'utf8');
  let count = 0;
  /** Signs a new key and gives its number: 1.key, 1.crt. */
  const sign = (
    by: string,
    extensions: string,
    { from = '20200101000000Z', to = '20991231000000Z' }: Issue,
  ): number => {
    count += 1;
    const [key, csr, crt, ext] = [`${count}.key`, `${count}.csr`, `${count}.crt`, `${count}.ext`] as const;
    writeFileSync(at(ext), `${extensions}\n`);
    openssl('req', '-new', ...newKey, '-keyout', key, '-out', csr, '-subj', `/CN=animal-${count}`);
    const signer = ['-config', 'ca.cnf', '-cert', `${by}.crt`, '-keyfile', `${by}.key`];
    const dates = ['-startdate', from, '-enddate', to];
    openssl('ca', '-batch', ...signer, '-in', csr, '-out', crt, '-extfile', ext, '-notext', ...dates);
    return count;
  };
  return {
    caFile: at('ca.crt'),
    ca: read('ca.crt'),
    issue: (names, how = {}) => {
      const made = sign('ca', `subjectAltName=${names}\n${how.extensions ?? ''}`, how);
      return { key: read(`${made}.key`), cert: read(`${made}.crt`) };
    },
    issueBehind: (names, dates) => {
      const middle = sign('ca', 'basicConstraints=critical,CA:TRUE', dates);
      const made = sign(String(middle), `subjectAltName=${names}`, {});
      return { key: read(`${made}.key`), cert: read(`${made}.crt`) + read(`${middle}.crt`) };
    },
    selfSigned: () => {
      selfSign('s', '-subj', '/CN=lonely', '-addext', 'subjectAltName=DNS:localhost');
      return { key: read('s.key'), cert: read('s.crt') };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Running {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves HTTP, or HTTPS with a key pair and perhaps more TLS options, on a free port of loopback. */
export function serve(listener: RequestListener, pair?: KeyPair & TlsOptions): Promise<Running> {
  return listen(pair === undefined ? createHttpServer(listener) : createHttpsServer(pair, listener));
}

/** Serves whatever a socket handler does. */
export function serveTcp(handler: (socket: Socket) => void): Promise<Running> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    handler(socket);
  });
  return listen(server);
}

async function listen(server: Server | NetServer): Promise<Running> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port that answers no attempt to connect: its server accepts nobody and its queue is full. */
export async function darkPort(host = '127.0.0.1', at = 0): Promise<Running> {
  const body = `
    const { parentPort, workerData } = require('node:worker_threads');
    const server = require('node:net').createServer();
    server.listen({ ...workerData, backlog: 1 }, () => {
      parentPort.postMessage(server.address().port);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`;
  const worker = new Worker(body, { eval: true, workerData: { host, port: at } });
  const port = await new Promise<number>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const queue = Array.from({ length: 8 }, () => connect(port, host).on('error', () => undefined));
  return {
    port,
    close: async () => {
      for (const socket of queue) socket.destroy();
      await worker.terminate();
    },
  };
}
