import { shellJoin, shellQuote } from '@suite/ssh';
import { registryOf } from '../images.ts';
import type { Content, RollingService } from '../manifest.ts';
import type { Payload, Step } from '../step.ts';

/** The name under which a release's image is kept, so that `docker image prune` cannot take it. */
export function keepTag(app: string, service: string, release: string): string {
  return `ssh-deploy.local/${app}/${service}:${release.toLowerCase()}`;
}

/** What `docker login` would have written; it lies in the transaction's folder only until the images are there. */
export function dockerConfig(login: {
  readonly host: string;
  readonly username: string;
  readonly password: string;
}): Payload {
  const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  return { name: 'login.secret', content: Buffer.from(JSON.stringify({ auths: { [login.host]: { auth } } })) };
}

/** What is pulled, and as whom. */
export interface Pull {
  readonly app: string;
  readonly release: string;
  readonly content: Content;
  readonly login: Payload | undefined;
  /** The release was on the host before, so its images stay kept when the deploy is given up. */
  readonly known: boolean;
}

/** Pulls images by digest and tags them. What is there already is not asked for again. */
export function pullStep({ app, release, content, login, known }: Pull): Step {
  const pulls = Object.entries(content.images).map(
    ([
      service,
      ref,
    ]) => `docker image inspect ${ref} >/dev/null 2>&1 || docker pull -q ${ref} || die 'cannot pull ${ref}'
docker tag ${ref} ${keepTag(app, service, release)}`,
  );
  const others =
    content.rest.length > 0 ? `$(compose "$release" config --images ${shellJoin(content.rest)} 2>/dev/null)` : '';
  const run = `. ./lib.sh
trap 'rm -rf docker' EXIT
others="${others}"
[ ! -f login.secret ] || { mkdir -p docker && mv login.secret docker/config.json && export DOCKER_CONFIG="$PWD/docker"; }
${pulls.join('\n')}
for i in $others; do
  docker image inspect "$i" >/dev/null 2>&1 || docker pull -q "$i" || die "cannot pull $i"
done`;
  const tags = Object.keys(content.images).map((service) => keepTag(app, service, release));
  const undo = `docker image rm ${tags.join(' ')} >/dev/null 2>&1 || :`;
  const title = `pull the images of ${[...Object.keys(content.images), ...content.rest].join(', ')}`;
  const step = { id: 'pull', state: 'pull', title, kind: 'soft', limit: 900, run } as const;
  return { ...step, ...(tags.length > 0 && !known ? { undo } : {}), payloads: login ? [login] : [] };
}

/** Where one login serves several images of one registry, its host is theirs. */
export function loginHost(given: string | undefined, images: Content['images']): string {
  return given ?? registryOf(Object.values(images)[0] ?? '');
}

/** Runs the migration once, in a container of the new image with the new environment; nothing ever stops it half way. */
export function migrateStep(service: string, command: readonly string[]): Step {
  const run = `. ./lib.sh
compose "$release" run --rm --no-deps -T --label "ssh-deploy.release=$release" ${shellQuote(service)} ${shellJoin(command)} || die "exit code $?"`;
  // Where somebody killed the client of the engine, the container goes on: it is let end, and then taken away. An undo
  // has 300 s; 75 tells the agent to ask again.
  const undo = `. ./lib.sh
wait_engine
for id in $(docker ps -aq --filter "label=com.docker.compose.project=$app" --filter "label=ssh-deploy.release=$release"); do
  n=0
  while runs "$id" 2>/dev/null; do
    n=$((n + 1))
    [ $n -lt 200 ] || { echo 'the migration still runs'; exit 75; }
    sleep 1
  done
  docker rm -v "$id" >/dev/null 2>&1 || ! docker inspect "$id" >/dev/null 2>&1 || die 'the container of the migration cannot be removed'
done`;
  return {
    id: 'migrate',
    state: 'migrate',
    title: `run ${command.join(' ')} in ${service}`,
    kind: 'firm',
    limit: 0,
    run,
    undo,
  };
}

/** Starts the new containers beside the old ones. */
export function startStep(rolling: readonly RollingService[]): Step {
  const names = rolling.map(({ name }) => name);
  const scales = rolling.map(
    ({ name, replicas }) => `old=$(old_ids ${name}) || exit 1
old=$(uncoloured $old)
set -- "$@" --scale ${name}=$((${replicas} + $(printf '%s' "$old" | grep -c .)))`,
  );
  const run = `. ./lib.sh
set --
${scales.join('\n')}
compose "$release" up -d --no-build --no-deps --no-recreate "$@" ${names.join(' ')} || die 'compose could not start ${names.join(', ')}'
${reportNew(names)}`;
  const undo = `. ./lib.sh
wait_engine
${removeNew(names)}`;
  return {
    id: 'start',
    state: 'start',
    title: `start new ${names.join(', ')} beside the old`,
    kind: 'firm',
    limit: 300,
    run,
    undo,
  };
}

/** Shell that prints every new container, and fails where a service has none. */
export function reportNew(names: readonly string[]): string {
  return `for s in ${names.join(' ')}; do
  new=$(new_ids "$s") || exit 1
  [ -n "$new" ] || die "compose started no new container of $s"
  for id in $new; do printf '%s %s\\n' "$s" "$(name_of "$id")"; done
done`;
}

/** Shell that removes the containers that were not there before. */
export function removeNew(names: readonly string[]): string {
  return `for s in ${names.join(' ')}; do
  new=$(new_ids "$s") || exit 1
  [ -z "$new" ] || docker rm -f -v $new >/dev/null || die "could not remove the new containers of $s"
done`;
}

/** The file with which a step behind the commit says that something may still lead to the old containers. */
export const KEEP_OLD = 'keep-old';

/** After commit: stops and removes the old containers by id. */
export function stopStep(rolling: readonly RollingService[], stopSeconds: number): Step {
  const run = `. ./lib.sh
[ ! -e ${KEEP_OLD} ] || die 'the old containers stay'
old=
for s in ${rolling.map(({ name }) => name).join(' ')}; do old="$old $(old_ids "$s")" || exit 1; done
for id in $old; do ! docker inspect "$id" >/dev/null 2>&1 || there="\${there-} $id"; done
[ -n "\${there-}" ] || exit 0
docker stop -t ${stopSeconds} $there >/dev/null
docker rm -f -v $there >/dev/null`;
  return {
    id: 'stop',
    state: 'stop',
    title: 'stop and remove the old containers',
    kind: 'soft',
    limit: stopSeconds + 60,
    run,
  };
}
