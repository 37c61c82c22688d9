import type { InputReader } from '@suite/core';
import type { WhatInputs } from './inputs-what.ts';

export const strategies = ['rolling', 'blue-green', 'recreate', 'symlink', 'command'] as const;
const proxyNames = ['none', 'nginx', 'haproxy', 'caddy', 'traefik', 'kamal-proxy', 'command'] as const;

export type Strategy = (typeof strategies)[number];

/** How a release becomes the one that serves, and what leads the traffic to it. */
export interface HowInputs {
  readonly strategy: Strategy;
  readonly proxy: (typeof proxyNames)[number];
  /** A folder under `shared/`. */
  readonly proxyConfig: string;
  /** Shell text of the user, for `proxy: command`. */
  readonly proxySwitchCommand: string | undefined;
  /** Shell text of the user, for plain files. */
  readonly switchCommand: string | undefined;
}

/** Reads the inputs about strategy and proxy. */
export function readHow(read: InputReader): HowInputs {
  const proxy = read.choice('proxy', proxyNames, 'none');
  const strategy = read.choice('strategy', strategies, 'rolling');
  const switchCommand = read.text('switch-command');
  const proxySwitchCommand = read.text('proxy-switch-command');
  if (isPlain(strategy) && proxy !== 'none')
    read.problem('proxy', `leads to containers, and strategy ${strategy} has none`, 'proxy: none');
  if (strategy === 'command' && switchCommand === undefined)
    read.problem('switch-command', 'is missing, and strategy command is nothing without it');
  if (!isPlain(strategy) && switchCommand !== undefined)
    read.problem('switch-command', `is run by strategy symlink and command, not by ${strategy}`);
  if (proxy === 'command' && proxySwitchCommand === undefined)
    read.problem('proxy-switch-command', 'is missing, and proxy command is nothing without it');
  if (proxy !== 'command' && proxySwitchCommand !== undefined)
    read.problem('proxy-switch-command', `is run by proxy command, not by ${proxy}`, 'proxy: command');
  return {
    strategy,
    proxy,
    proxyConfig: read.parsed('proxy-config', {}, parseProxyConfig) ?? proxy,
    proxySwitchCommand,
    switchCommand,
  };
}

interface PlainInputs {
  readonly how: HowInputs;
  readonly what: WhatInputs;
  readonly migrateCommand: readonly string[];
}

/** Plain files need files, and nothing that only containers have. */
export function checkPlain(read: InputReader, { how: { strategy }, what, migrateCommand }: PlainInputs): void {
  if (!isPlain(strategy)) return;
  if (what.files.length === 0 && (what.mode === 'deploy' || what.mode === 'plan'))
    read.problem('files', `is missing, and strategy ${strategy} sends nothing else`, 'files: dist -> .');
  if (what.images.length > 0) read.problem('images', `is for containers, and strategy ${strategy} has none`);
  if (migrateCommand.length > 0)
    read.problem('migrate-command', `runs in a container, and strategy ${strategy} has none`);
}

/** Plain files without containers: neither Docker nor a compose file is needed. */
export function isPlain(strategy: Strategy): boolean {
  return strategy === 'symlink' || strategy === 'command';
}

function parseProxyConfig(text: string): string {
  const name = text.replace(/^shared\//, '').replace(/\/$/, '');
  if (/^[\w-][\w.-]*$/.test(name)) return name;
  throw new RangeError('is no folder under shared/; write for example shared/haproxy');
}
