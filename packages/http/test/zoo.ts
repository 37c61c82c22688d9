// Certificates of every kind, made by openssl in a temporary folder, and servers that misbehave in every way.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Zoo {
  readonly caFile: string;
  readonly ca: string;
  /** Key and certificate for names; dates as openssl writes them, YYYYMMDDHHMMSSZ. */
  readonly issue: (names: string, dates?: { readonly from?: string; readonly to?: string }) => KeyPair;
  readonly selfSigned: () => KeyPair;
  readonly dispose: () => void;
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
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '30',
    '-subj',
    '/CN=Zoo Authority',
  );
  let count = 0;
  return {
    caFile: at('ca.crt'),
    ca: readFileSync(at('ca.crt'), 'utf8'),
    issue: (names, { from = '20200101000000Z', to = '20991231000000Z' } = {}) => {
      count += 1;
      const [key, csr, crt, ext] = ['key', 'csr', 'crt', 'ext'].map((kind) => `${count}.${kind}`) as [
        string,
        string,
        string,
        string,
      ];
      writeFileSync(at(ext), `subjectAltName=${names}\n`);
      openssl('req', '-new', ...newKey, '-keyout', key, '-out', csr, '-subj', `/CN=animal-${count}`);
      const dates = ['-startdate', from, '-enddate', to];
      openssl(
        'ca',
        '-batch',
        '-config',
        'ca.cnf',
        '-cert',
        'ca.crt',
        '-keyfile',
        'ca.key',
        '-in',
        csr,
        '-out',
        crt,
        '-extfile',
        ext,
        '-notext',
        ...dates,
      );
      return { key: readFileSync(at(key), 'utf8'), cert: readFileSync(at(crt), 'utf8') };
    },
    selfSigned: () => {
      openssl(
        'req',
        '-x509',
        ...newKey,
        '-keyout',
        's.key',
        '-out',
        's.crt',
        '-days',
        '30',
        '-subj',
        '/CN=lonely',
        '-addext',
        'subjectAltName=DNS:localhost',
      );
      return { key: readFileSync(at('s.key'), 'utf8'), cert: readFileSync(at('s.crt'), 'utf8') };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Running {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Serves HTTP, or HTTPS with a key pair, on a free port of loopback. */
export function serve(listener: RequestListener, pair?: KeyPair): Promise<Running> {
  return listen(pair === undefined ? createHttpServer(listener) : createHttpsServer({ ...pair }, listener));
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
