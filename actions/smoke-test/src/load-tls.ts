import { excerpt, type Ports, Secret } from '@suite/core';
import type { TlsOptions } from '@suite/http';
import type { Inputs } from './inputs.ts';
import type { Found } from './observe.ts';

type Files = Ports['files'];

/** Whom to trust and who to be, from PEM text or from files of it. */
export async function loadTls(inputs: Inputs, files: Files, problems: Found[]): Promise<TlsOptions> {
  const read = (input: string, given: string | undefined, what: string): Promise<string | undefined> =>
    readPem({ input, given, what }, files, problems);
  const ca = await read('ca-cert', inputs.caCert, 'CERTIFICATE');
  const clientCertificate = await read('client-cert', inputs.clientCert, 'CERTIFICATE');
  const clientKey = await read('client-key', inputs.clientKey, 'PRIVATE KEY');
  if (clientKey !== undefined) new Secret(clientKey);
  return {
    verify: inputs.tlsVerify,
    ...(ca === undefined ? {} : { ca }),
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
    ...(clientKey === undefined ? {} : { clientKey }),
  };
}

interface Pem {
  readonly input: string;
  readonly given: string | undefined;
  readonly what: string;
}

async function readPem({ input, given, what }: Pem, files: Files, problems: Found[]): Promise<string | undefined> {
  if (given === undefined) return undefined;
  const isText = given.includes('-----BEGIN');
  const text = isText ? given : await files.readText(given);
  if (new RegExp(`-----BEGIN ([A-Z]+ )?${what}-----`).test(text ?? '')) return text;
  // A key that is no PEM, such as one in base64, must not be taken for a path and shown.
  const name = isText || input === 'client-key' ? 'it' : `"${excerpt(given, 100)}"`;
  const problem = text === undefined ? 'is no file and no PEM text' : `holds no PEM ${what}`;
  problems.push({ input, problem: `${name} ${problem}` });
  return undefined;
}
