import type { Ports } from '@suite/core';
import { addressesFor, hostOf, lookupAddresses, type TlsOptions } from '@suite/http';
import { type Baseline, parseBaseline } from './baseline.ts';
import { atAddress, type Check, type CheckSource } from './check.ts';
import type { Inputs } from './inputs.ts';
import type { LoadedOpenApi, loadOpenApi } from './load-openapi.ts';
import { findFiles, loadHurlFiles, loadSources } from './load-sources.ts';
import { loadTls } from './load-tls.ts';
import { registerAddress } from './secret-inputs.ts';
import { prepareTools, type Tools } from './tools.ts';

/** Something wrong with an input, found where it leads to. */
export interface Found {
  readonly input: string;
  readonly problem: string;
}

/** What the checkout holds: the parsed files, the bodies they send, whom to trust; and the addresses to ask. */
export interface Facts {
  readonly sources: readonly CheckSource[];
  readonly hurlFiles: readonly string[];
  /** Node's words, such as `linux-x64`. */
  readonly platform: string;
  readonly bodies: ReadonlyMap<string, Buffer>;
  readonly tls: TlsOptions;
  readonly tools: Tools;
  /** Operations of `openapi` without a check, each with why. */
  readonly leftOut: readonly string[];
  readonly baseline: Baseline | undefined;
  readonly problems: readonly Found[];
}

export async function observe(inputs: Inputs, { files }: Pick<Ports, 'files'>): Promise<Facts> {
  const problems: Found[] = [];
  const paths = await findFiles(inputs.files, files, problems);
  const { sources, bodies } = await loadSources(inputs, paths, { files, problems });
  registerAddresses(inputs, sources);
  const tls = await loadTls(inputs, files, problems);
  const openapi = inputs.openapi === undefined ? undefined : await readOpenApi(inputs, tls, { files, problems });
  const all = openapi ? [...sources, openapi.source] : sources;
  const tools = await prepareTools(all, files, problems);
  return {
    sources: await forEachAddress(all, inputs, problems),
    hurlFiles: await loadHurlFiles(paths, { files, problems }),
    platform: `${process.platform}-${process.arch}`,
    bodies,
    tls,
    tools: openapi ? { ...tools, openapi: openapi.judge } : tools,
    leftOut: openapi?.leftOut ?? [],
    baseline: inputs.baseline === undefined ? undefined : await loadBaseline(inputs.baseline, files, problems),
    problems,
  };
}

/** Credentials in addresses are secrets before anything is shown. */
function registerAddresses({ bursts }: Inputs, sources: readonly CheckSource[]): void {
  for (const { baseUrl } of sources) registerAddress(baseUrl ?? '');
  for (const { path } of [...bursts.map(({ check }) => check), ...sources.flatMap(({ checks }) => checks)]) {
    registerAddress(path);
  }
}

async function readOpenApi(...args: Parameters<typeof loadOpenApi>): Promise<LoadedOpenApi | undefined> {
  // It brings the HTTP engine, which costs start-up time.
  return (await import('./load-openapi.ts')).loadOpenApi(...args);
}

/** With `addresses`, every check once for each address, and captures stay at the address that gave them. */
async function forEachAddress(
  sources: readonly CheckSource[],
  { addresses, baseUrl, resolve }: Inputs,
  problems: Found[],
): Promise<readonly CheckSource[]> {
  if (addresses.kind === 'auto' || baseUrl === undefined) return sources;
  const url = new URL(baseUrl);
  const list =
    addresses.kind === 'list'
      ? addresses.list
      : (addressesFor(url, resolve) ?? (await lookupAddresses(hostOf(url)).catch(() => [])));
  if (list.length === 0) problems.push({ input: 'addresses', problem: `DNS gives no address of ${hostOf(url)}` });
  const named = (check: Check, address: string): Check => ({ ...check, name: atAddress(check.name, address) });
  return sources.flatMap((source) =>
    list.map((address) => ({ ...source, address, checks: source.checks.map((check) => named(check, address)) })),
  );
}

async function loadBaseline(path: string, files: Ports['files'], problems: Found[]): Promise<Baseline | undefined> {
  const text = await files.readText(path);
  if (text === undefined) return { path, report: undefined };
  const report = parseBaseline(text);
  if (report === undefined) problems.push({ input: 'baseline', problem: `${path} is no JSON report of this action` });
  return { path, report };
}
