import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDir } from './paths.ts';
import { attempt, run } from './shell.ts';
import { writePrivate } from './state.ts';

const forwardingFile = '/proc/sys/net/ipv4/ip_forward';
const savedFile = join(runDir, 'firewall.json');
const families = ['iptables', 'ip6tables'] as const;

interface Saved {
  readonly forwarding: string;
  readonly policies: Readonly<Record<string, string>>;
}

/** Remembers what dockerd is about to change for the whole machine: forwarding and the FORWARD chain's policy. */
export async function saveFirewall(): Promise<void> {
  const policies: Record<string, string> = {};
  for (const family of families) {
    const rules = (await attempt(family, ['-S', 'FORWARD'])).stdout;
    policies[family] = /-P FORWARD (\w+)/.exec(rules)?.[1] ?? 'ACCEPT';
  }
  const saved: Saved = { forwarding: readFileSync(forwardingFile, 'utf8').trim(), policies };
  writePrivate(savedFile, JSON.stringify(saved));
}

/** Takes away the rules, chains and bridges that dockerd leaves behind, and nothing else. */
export async function cleanFirewall(): Promise<void> {
  if (!existsSync(savedFile)) return;
  const saved = JSON.parse(readFileSync(savedFile, 'utf8')) as Saved;
  for (const family of families) {
    const rules = (await attempt(`${family}-save`, [])).stdout;
    const kept = rules.split('\n').filter((line) => !/DOCKER|docker0|\bbr-[0-9a-f]{12}\b/.test(line));
    if (kept.length < rules.split('\n').length) await run(`${family}-restore`, [], { input: kept.join('\n') });
    await attempt(family, ['-P', 'FORWARD', saved.policies[family] ?? 'ACCEPT']);
  }
  const links = (await attempt('ip', ['-o', 'link'])).stdout;
  for (const [, name] of links.matchAll(/^\d+: (docker0|br-[0-9a-f]{12})\b/gm)) {
    if (name !== undefined) await attempt('ip', ['link', 'del', name]);
  }
  writeFileSync(forwardingFile, saved.forwarding);
  rmSync(savedFile);
}
