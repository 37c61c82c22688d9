import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PhaseResult, runMain } from '@suite/testing';
import pg from 'pg';
import { type CertificateRequest, issueCertificate } from '../lab/certificates.ts';
import { labEnv } from '../lab/environment.ts';
import { run } from '../lab/shell.ts';
import { readLab } from '../lab/state.ts';

/** The lab's sample application in a container of its own, with a database of its own. */
export interface SampleApp {
  readonly url: string;
  /** Names of the items in its database. */
  readonly items: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Starts the sample application as a release of `version`; `variant` are the variables that make it go wrong. */
export async function startApp(version: string, variant: Readonly<Record<string, string>> = {}): Promise<SampleApp> {
  const lab = readLab();
  const name = `smoke_e2e_${randomBytes(4).toString('hex')}`;
  const database = new URL(lab.postgres.url);
  await query(lab.postgres.url, `CREATE DATABASE ${name}`);
  database.pathname = `/${name}`;
  const environment = {
    DATABASE_URL: database.href,
    REDIS_URL: `redis://${lab.redis.host}:${lab.redis.port}`,
    APP_VERSION: version,
    ...variant,
  };
  const docker = (...args: string[]): Promise<string> =>
    run('docker', args, { env: { ...labEnv(lab), ...environment } });
  const passed = Object.keys(environment).flatMap((key) => ['-e', key]);
  const app = ['--network', 'lab', '-v', `${lab.tools.app}:/app:ro`, '--entrypoint', '/app', ...passed, 'lab-redis'];
  await docker('run', '--rm', ...app, 'migrate');
  await docker('run', '-d', '--name', name, '--label', 'smoke-e2e', ...app, 'serve');
  const address = await docker('inspect', '-f', '{{.NetworkSettings.Networks.lab.IPAddress}}', name);
  return {
    url: `http://${address}:8080`,
    items: async () => (await query(database.href, 'SELECT name FROM items')).map((row) => String(row['name'])),
    stop: async () => {
      await docker('rm', '-f', '-v', name);
      await query(lab.postgres.url, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** A server of one test on loopback. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** What it was asked, as `GET /path`. */
  readonly requests: string[];
  /** Connections that were opened to it. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server; with a certificate an HTTPS server. */
export async function serve(
  handler: Handler,
  certificate?: CertificateRequest,
  address = '127.0.0.1',
): Promise<TestServer> {
  const requests: string[] = [];
  const listener: Handler = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    handler(request, response);
  };
  const secure = certificate && (await issueCertificate(certificate));
  const server = secure ? createSecureServer(secure, listener) : createServer(listener);
  return listen(server, { requests, scheme: secure ? 'https' : 'http', address });
}

/** A TCP server that does with each connection what it likes. */
export function serveTcp(onConnection: (socket: Socket) => void): Promise<TestServer> {
  return listen(createTcpServer(onConnection), { requests: [], scheme: 'http', address: '127.0.0.1' });
}

/** A port of which the queue is full: what connects hears nothing. The process behind it is stopped, so that it takes none. */
export async function serveNobody(): Promise<TestServer> {
  const source =
    "const s = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))";
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const port = Number(String(line));
  child.kill('SIGSTOP');
  const waiting = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  // A connect that is answered now has taken the last place; those behind it hear nothing.
  await new Promise((resolve) => setTimeout(resolve, 300));
  return {
    ...{ url: `http://127.0.0.1:${port}`, port, requests: [], connections: () => waiting.length },
    close: async () => {
      for (const socket of waiting) socket.destroy();
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

async function listen(
  server: Server | TcpServer,
  { requests, scheme, address }: { requests: string[]; scheme: string; address: string },
): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** A checkout that holds these files. */
export function checkout(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'smoke-checkout-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** One assertion that failed, as the JSON report tells it. */
export interface ReportedCheck {
  readonly name: string;
  readonly status: string;
  readonly reason?: string;
  readonly samples: readonly { readonly attempts: number; readonly phases: Readonly<Record<string, number>> }[];
  readonly failure?: { readonly text: string; readonly curl: string };
}

export interface SmokeRun extends PhaseResult {
  readonly report:
    | { readonly checks: readonly ReportedCheck[]; readonly warnings: readonly { readonly code: string }[] }
    | undefined;
  readonly junit: string | undefined;
}

/** Runs the action in a checkout of its own and reads the reports that it left there. */
export async function smoke(
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<SmokeRun> {
  const workspace = checkout(files);
  try {
    const result = await runMain('smoke-test', { inputs, workspace });
    const read = (name: string): string | undefined => readOrNothing(join(workspace, 'smoke-report', name));
    const report = read('report.json');
    return { ...result, report: report === undefined ? undefined : JSON.parse(report), junit: read('junit.xml') };
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

export function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
