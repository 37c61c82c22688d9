import type { Step } from '../step.ts';

/** After commit: `current` leads to the release, by rename. */
export function recordStep(): Step {
  const run = `. ./lib.sh
ln -sfn "releases/$release" "$root/.deploy/current.new"
mv -T "$root/.deploy/current.new" "$root/current"
sync`;
  return { id: 'record', state: 'record', title: 'make it the current release', kind: 'soft', limit: 30, run };
}

/** What prune takes away: releases, and images that no kept release names. */
export interface Leftovers {
  readonly releases: readonly string[];
  readonly images: readonly string[];
}

/** After commit: removes old releases with their backups and images; others' images are never touched. */
export function pruneStep({ releases, images }: Leftovers): Step {
  const lines = [
    ...releases.map((release) => `rm -rf "$root/releases/${release}" "$root/backups/${release}"`),
    ...(images.length > 0 ? [`docker image rm ${images.join(' ')} >/dev/null 2>&1 || :`] : []),
  ];
  const title = `remove ${releases.join(', ')}`;
  return { id: 'prune', state: 'prune', title, kind: 'soft', limit: 120, run: ['. ./lib.sh', ...lines].join('\n') };
}
