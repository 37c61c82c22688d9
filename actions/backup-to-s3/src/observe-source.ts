import { ActionError, type Ports } from '@suite/core';
import type { SourceFacts } from './facts.ts';
import type { Inputs } from './inputs.ts';
import type { DirectorySource, PostgresSource, SourceInputs } from './inputs-source.ts';
import { askServer, findClients } from './observe-postgres.ts';
import { sizeOf } from './ports/folders.ts';
import { chooseClients } from './postgres-clients.ts';

export async function observeSource(source: SourceInputs, inputs: Inputs, ports: Ports): Promise<SourceFacts> {
  if (source.kind === 'postgres') return observePostgres(source, inputs, ports);
  if (source.kind === 'directory') return observeDirectory(source, inputs, ports);
  return { estimate: undefined };
}

async function observePostgres(source: PostgresSource, { env }: Inputs, ports: Ports): Promise<SourceFacts> {
  const found = await findClients(env, ports);
  const server = await askServer(source.connection, { found, env }, ports);
  return { estimate: server.bytes, server, clients: chooseClients(found, server.major, source.clientMajor) };
}

async function observeDirectory({ path }: DirectorySource, { policy }: Inputs, ports: Ports): Promise<SourceFacts> {
  const facts = await ports.files.facts(path);
  if (facts?.kind !== 'directory') {
    const message = facts ? `${path} is no directory` : `${path} does not exist`;
    throw new ActionError(message, { code: 'E_SOURCE', hint: 'path: a directory on this runner' });
  }
  const { bytes, entries } = await sizeOf(path);
  if (entries === 0 && !policy.allowEmpty) {
    throw new ActionError(`${path} is empty`, {
      code: 'E_DUMP_EMPTY',
      hint: 'is it mounted? If so: allow-empty: true',
    });
  }
  return { estimate: bytes };
}
