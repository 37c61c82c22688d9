import { shellJoin } from '@suite/ssh';
import type { Step } from '../step.ts';

/** Services whose containers make room for the new ones, by how those of before come back. */
export interface InPlace {
  /** The release before has them, so its files bring them back. */
  readonly known: readonly string[];
  /** Nobody has files for what runs there, if anything: somebody started it by hand, or a release long ago. */
  readonly unknown: readonly string[];
}

/**
 * Lists the containers of every service before anything is started: what is not on these lists is new. Of those that no
 * release describes it keeps what the engine needs to make the same once more.
 */
export function snapshotStep(services: readonly string[], unknown: readonly string[]): Step {
  const run = `. ./lib.sh
date +%s >began
: >restarts
for s in ${services.join(' ')}; do
  ids "$s" >"before.$s" || die 'docker does not answer'
  for id in $(cat "before.$s"); do
    docker inspect --format '{{.Id}} {{.RestartCount}}' "$id" >>restarts
    ${keepUnknown(unknown)}
  done
  echo end >>"before.$s"
done
sync`;
  return { id: 'snapshot', state: 'upload', title: 'list the running containers', kind: 'firm', limit: 60, run };
}

function keepUnknown(unknown: readonly string[]): string {
  if (unknown.length === 0) return ':';
  return `case ' ${unknown.join(' ')} ' in *" $s "*) ! runs "$id" || describe "$id" >"stood.$s,$id" || die "$(name_of "$id") cannot be described" ;; esac`;
}

/** Brings up the services that cannot stand beside their old containers; compose recreates only what has changed. */
export function restStep({ known, unknown }: InPlace): Step {
  const names = [...known, ...unknown];
  const run = `. ./lib.sh
compose "$release" up -d --no-build --no-deps ${shellJoin(names)} || die 'compose could not start ${names.join(', ')}'`;
  const back = `compose "$previous" up -d --no-build --no-deps ${shellJoin(known)} || die 'compose could not bring back ${known.join(', ')}'`;
  const undo = ['. ./lib.sh', 'wait_engine', ...unknown.map(forget), ...(known.length > 0 ? [back] : [])];
  const stood = unknown.map((name) => `bring_back ${name}`);
  return {
    id: 'rest',
    state: 'start',
    title: `bring up ${names.join(', ')}`,
    kind: 'firm',
    limit: 300,
    run,
    undo: [...undo, ...stood].join('\n'),
  };
}

/** Shell that removes the new containers of a service, but for those that an earlier run of the undo made again. */
function forget(service: string): string {
  return `new=$(new_ids ${service}) || exit 1
for id in $new; do
  [ -e "stood.${service},$id" ] || docker rm -f -v "$id" >/dev/null || die 'could not remove the new containers of ${service}'
done`;
}
