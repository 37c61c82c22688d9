import { X509Certificate } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labDir } from './paths.ts';
import { run } from './shell.ts';

export interface CertificateRequest {
  /** DNS names and addresses; the first is the common name. */
  readonly names: readonly string[];
  /** Days from the start to the end; with `startDays: -20, days: 10` it has expired. Default 90. */
  readonly days?: number;
  /** Days from now to the start, negative for the past. Default -1, so that a skewed clock does no harm. */
  readonly startDays?: number;
  readonly selfSigned?: boolean;
}

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const caDir = join(labDir, 'ca');
export const caFile = join(caDir, 'ca.crt');
export const caBundle = join(caDir, 'bundle.crt');
const systemBundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem'];

/** The lab's own authority, made once, and a bundle of the system's authorities with it. */
export async function ensureAuthority(): Promise<void> {
  if (existsSync(caBundle)) return;
  mkdirSync(caDir, { recursive: true, mode: 0o700 });
  const key = join(caDir, 'ca.key');
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key],
    ...['-out', caFile, '-days', '3650', '-subj', '/CN=Lab Authority'],
    ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  ]);
  const system = systemBundles.find((file) => existsSync(file));
  const own = readFileSync(caFile, 'utf8');
  writeFileSync(caBundle, (system === undefined ? '' : readFileSync(system, 'utf8')) + own);
}

/** Makes a certificate and its key (PEM text) for any names and times, by the lab's authority or by itself. */
export async function issueCertificate(request: CertificateRequest): Promise<Certificate> {
  const dir = mkdtempSync(join(tmpdir(), 'lab-cert-'));
  try {
    const start = Date.now() + (request.startDays ?? -1) * 86_400_000;
    const end = start + (request.days ?? 90) * 86_400_000;
    writeFileSync(join(dir, 'index.txt'), '');
    writeFileSync(join(dir, 'openssl.cnf'), authorityConfig(request.names));
    const subject = ['-subj', `/CN=${request.names[0] ?? 'lab'}`];
    const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'server.key'];
    await run('openssl', ['req', '-new', ...newKey, '-out', 'server.csr', ...subject], { cwd: dir });
    const signer = request.selfSigned
      ? ['-selfsign', '-keyfile', 'server.key']
      : ['-cert', caFile, '-keyfile', join(caDir, 'ca.key')];
    const times = ['-startdate', asn1Time(start), '-enddate', asn1Time(end)];
    const files = ['-config', 'openssl.cnf', '-in', 'server.csr', '-out', 'server.crt'];
    await run('openssl', ['ca', '-batch', '-notext', ...files, ...signer, ...times], { cwd: dir });
    const read = (name: string) => readFileSync(join(dir, name), 'utf8');
    return { cert: read('server.crt'), key: read('server.key') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Writes server.crt, server.key and ca.crt into a folder that a container mounts; makes them again near their end. */
export async function ensureServerCertificate(dir: string, names: readonly string[]): Promise<void> {
  const file = join(dir, 'server.crt');
  if (existsSync(file) && Date.parse(new X509Certificate(readFileSync(file)).validTo) > Date.now() + 7 * 86_400_000)
    return;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const made = await issueCertificate({ names, days: 365 });
  writeFileSync(join(dir, 'server.key'), made.key, { mode: 0o600 });
  writeFileSync(file, made.cert);
  copyFileSync(caFile, join(dir, 'ca.crt'));
}

function authorityConfig(names: readonly string[]): string {
  const alternatives = names.map((name) => `${isIP(name) ? 'IP' : 'DNS'}:${name}`).join(',');
  return `[ca]
default_ca = lab
[lab]
database = index.txt
new_certs_dir = .
default_md = sha256
rand_serial = yes
policy = any
x509_extensions = server
[any]
commonName = supplied
[server]
subjectAltName = ${alternatives}
basicConstraints = critical,CA:FALSE
extendedKeyUsage = serverAuth, clientAuth
`;
}

/** RFC 5280 GeneralizedTime, as openssl takes it. */
function asn1Time(time: number): string {
  return new Date(time).toISOString().replace(/[-:T]|\.\d+/g, '');
}
