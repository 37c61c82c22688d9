import type { Step } from '../step.ts';

/** How long an undo waits for what new containers have begun, in seconds, where the proxy does not tell when it is done. */
export const MOST_SECONDS_OF_UNDO = 5;

/** After commit: leaves the old containers the whole time, because the proxy does not tell what they have still open. */
export function waitStep(seconds: number): Step {
  const title = `leave the old containers ${seconds} s to answer`;
  return { id: 'drain', state: 'drain', title, kind: 'soft', limit: seconds + 30, run: `sleep ${seconds}` };
}

/** After commit: `current` leads to the release, by rename. */
export function recordStep(): Step {
  const run = `. ./lib.sh
rm -rf "$root/releases/.was-$release"
ln -sfn "releases/$release" "$root/.deploy/current.new" && mv -T "$root/.deploy/current.new" "$root/current" ||
  die "$root/current could not be made to lead to $release"
printf '%s\\n' "$release" >"$root/.deploy/release.new" && mv "$root/.deploy/release.new" "$root/.deploy/release" ||
  die "$root/.deploy/release could not be written"
sync`;
  return { id: 'record', state: 'record', title: 'make it the current release', kind: 'soft', limit: 30, run };
}

/** A container whose service the compose file no longer has. */
export interface Dropped {
  readonly id: string;
  readonly service: string;
}

/** After commit: stops and removes containers of services that were dropped. What they wrote to volumes stays. */
export function dropStep(dropped: readonly Dropped[], stopSeconds: number): Step {
  const ids = dropped.map(({ id }) => id).join(' ');
  const names = [...new Set(dropped.map(({ service }) => service))].join(', ');
  const run = `. ./lib.sh
docker stop -t ${stopSeconds} ${ids} >/dev/null
docker rm -f ${ids} >/dev/null || die 'could not remove the containers of ${names}'`;
  const title = `stop and remove ${names}, which the release no longer has`;
  return { id: 'drop', state: 'stop', title, kind: 'soft', limit: stopSeconds + 60, run };
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
