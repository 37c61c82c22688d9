import { ActionError, formatSize, InputError, type Secret } from '@suite/core';
import { buildArguments } from './build-command.ts';
import { registryAuth } from './docker-config.ts';
import type { ImageRequest } from './image-entries.ts';
import { formatImageName } from './image-name.ts';
import type { Inputs } from './inputs.ts';
import type { Facts } from './observe.ts';
import type { Policy } from './policy.ts';
import { accessHint } from './push-stream.ts';
import { planTags } from './tags.ts';

/** One image: how it is built, what it must keep to, where it goes. */
export interface PlannedImage {
  readonly name: string;
  readonly file: string;
  readonly repository: string;
  /** `repository:tag`, in order. */
  readonly refs: readonly string[];
  readonly privateName: string;
  readonly args: readonly string[];
  readonly maxSize?: number | undefined;
  readonly auth?: Secret | undefined;
}

export interface Plan {
  readonly facts: Facts;
  readonly images: readonly PlannedImage[];
  readonly version: string;
  readonly push: boolean;
  /** Why nothing is pushed, where the user did not say so. */
  readonly pushSkipped?: string | undefined;
  readonly policy: Policy;
  readonly sizeMetric: Inputs['sizeMetric'];
  readonly notes: readonly string[];
}

/** Private names begin with this and the run's nonce: post finds them by it. */
export function privatePrefix(nonce: string): string {
  return `docker-build-push.invalid/${nonce}`;
}

/** @throws InputError where the store cannot do what was asked for; ActionError `E_LOGIN` without a needed login. */
export function planBuild(inputs: Inputs, facts: Facts): Plan {
  const tags = planTags(inputs.tags, facts.git);
  const provenance = facts.engine.store === 'containerd';
  checkTags(tags, facts);
  checkMetric(inputs, facts);
  const labels = new Map([...ownLabels(inputs, facts), ...inputs.labels]);
  const images = inputs.images.map((image): PlannedImage => {
    const privateName = `${privatePrefix(facts.nonce)}/${image.name}:build`;
    const repository = formatImageName(image.image);
    return {
      name: image.name,
      file: image.file,
      repository,
      refs: tags.map((tag) => `${repository}:${tag}`),
      privateName,
      args: buildArguments(image, inputs, { privateName, labels, provenance }),
      maxSize: image.maxSize,
      auth: registryAuth(image.image.registry, facts.dockerConfig, inputs.credentials),
    };
  });
  const pushSkipped = inputs.push === 'auto' ? reasonToSkip(images, inputs.images, facts) : undefined;
  const push = inputs.push === 'true' || (inputs.push === 'auto' && pushSkipped === undefined);
  if (push) checkLogins(images);
  const { policy, sizeMetric } = inputs;
  const notes = planNotes(inputs, facts);
  return { facts, images, version: tags[0] ?? '', push, pushSkipped, policy, sizeMetric, notes };
}

/** Where the image comes from: registries link it to the repository by these. */
function ownLabels({ env }: Inputs, { git }: Facts): ReadonlyMap<string, string> {
  const [server, repository] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY']];
  const labels = new Map<string, string>();
  if (server && repository) labels.set('org.opencontainers.image.source', `${server}/${repository}`);
  if (git.sha) labels.set('org.opencontainers.image.revision', git.sha);
  return labels;
}

function checkTags(tags: readonly string[], { git }: Facts): void {
  if (tags.length > 0) return;
  const problem = `auto finds nothing: GITHUB_REF is "${git.ref}" and GITHUB_SHA is "${git.sha}"`;
  throw new InputError([{ input: 'tags', problem, fix: 'tags: v1' }]);
}

function checkMetric({ sizeMetric }: Inputs, { engine }: Facts): void {
  if (sizeMetric === 'uncompressed' || engine.store === 'containerd') return;
  const problem =
    '"compressed" is not known before the push with the overlay2 image store, which compresses while it pushes';
  throw new InputError([{ input: 'size-metric', problem, fix: 'size-metric: uncompressed' }]);
}

function reasonToSkip(
  planned: readonly PlannedImage[],
  asked: readonly ImageRequest[],
  { git }: Facts,
): string | undefined {
  if (git.event === 'pull_request') return 'this run is for a pull request';
  const bare = planned.findIndex(({ auth }) => auth === undefined);
  return bare < 0 ? undefined : `there are no credentials for ${asked[bare]?.image.registry}`;
}

/** These two let nobody push without a login; any other registry may, and answers for itself. */
function checkLogins(images: readonly PlannedImage[]): void {
  const refused = images.find(
    ({ auth, repository }) => auth === undefined && /^(?:ghcr|docker)\.io\//.test(repository),
  );
  if (refused === undefined) return;
  const registry = refused.repository.split('/')[0];
  const message = `push is true, and there are no credentials for ${registry}`;
  throw new ActionError(message, { code: 'E_LOGIN', hint: accessHint(refused.repository) });
}

function planNotes(inputs: Inputs, { git, engine }: Facts): readonly string[] {
  const unknown = inputs.tags.includes('auto') && git.defaultBranch === undefined && git.ref.startsWith('refs/heads/');
  return [
    ...(unknown ? ['the event does not tell the default branch, so latest is not moved'] : []),
    ...(engine.store === 'overlay2' ? ['no provenance: the overlay2 image store cannot hold one'] : []),
  ];
}

/** The plan as a person reads it. */
export function formatPlan({ facts, images, push, pushSkipped, policy, sizeMetric, notes }: Plan): string {
  const { engine, socket } = facts;
  const rules = Object.entries(policy).map(([rule, level]) => `${rule}=${level}`);
  const lines = images.flatMap(({ name, args, maxSize, refs }) => {
    const budget = maxSize === undefined ? '' : `max-size ${formatSize(maxSize)} ${sizeMetric}, `;
    const tags = refs.map((ref) => ref.slice(ref.lastIndexOf(':') + 1)).join(', ');
    const place = refs[0]?.slice(0, refs[0].lastIndexOf(':'));
    return [
      `  build  ${name}: ${args.at(-1)} with ${args[args.indexOf('--file') + 1]}`,
      `  check  ${name}: ${budget}${rules.join(', ')}`,
      `  ${push ? 'push ' : 'tag  '}  ${name}: ${place}: ${tags}`,
    ];
  });
  const skipped = pushSkipped === undefined ? [] : [`  nothing is pushed: ${pushSkipped}`];
  const head = `Docker ${engine.version} at ${socket}, ${engine.store} image store, docker driver`;
  return [head, ...lines, ...skipped, ...notes.map((note) => `  ${note}`)].join('\n');
}
