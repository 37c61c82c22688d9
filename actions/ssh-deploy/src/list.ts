import { formatDuration, paragraphs, table } from '@suite/core';
import { formatTarget } from '@suite/ssh';
import type { Look } from './look.ts';
import type { Manifest } from './manifest.ts';
import type { Facts, ObservedHost } from './plan.ts';

/** A release on one host. */
interface Listed {
  readonly release: string;
  readonly current: boolean;
  readonly ageMs: number;
  readonly by: string;
  readonly previous: string | null;
  readonly images: Readonly<Record<string, string>>;
}

/** The releases of every host, the newest first. */
export function list(app: string, facts: Facts): Look {
  const hosts = facts.hosts.map((host) => ({
    host: formatTarget(host.target),
    current: host.facts.current ?? null,
    releases: releasesOf(host),
  }));
  const rows = hosts.flatMap(({ host, releases }) => releases.map((each) => [host, ...cells(each)]));
  const empty = hosts.filter(({ releases }) => releases.length === 0).map(({ host }) => `${host}: no releases`);
  return {
    mode: 'list',
    text: [...rows.map((row) => row.join('  ').trimEnd()), ...empty].join('\n'),
    report: {
      outputs: { result: 'listed', changed: 'false', release: hosts[0]?.current ?? '', hosts: JSON.stringify(hosts) },
      summary: paragraphs(
        `### ssh-deploy: releases of ${app}`,
        table(['host', 'release', 'age', 'by', 'images'], rows),
        empty.join('\n\n'),
      ),
    },
  };
}

function releasesOf({ facts: { manifests, current, now } }: ObservedHost): readonly Listed[] {
  return manifests
    .toSorted((a, b) => b.at - a.at)
    .map(({ release, previous, at, by, content }: Manifest) => ({
      release,
      current: release === current,
      ageMs: Math.max(0, now - at) * 1_000,
      by,
      previous: previous ?? null,
      images: content.images,
    }));
}

function cells({ release, current, ageMs, by, images }: Listed): readonly string[] {
  const shown = Object.entries(images).map(
    ([service, ref]) => `${service} ${ref.replace(/^.*@sha256:(.{12}).*$/, '$1')}`,
  );
  return [`${release}${current ? ' (current)' : ''}`, formatAge(ageMs), by, shown.join(', ')];
}

function formatAge(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  return days < 2 ? formatDuration(ms) : `${days} days`;
}
