import { type Content, changedKeys } from './manifest.ts';

/** What a release changes on a host; names with `+`, `-` or `~` before them. */
export interface Changes {
  readonly images: readonly {
    readonly service: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly env: readonly string[];
  readonly files: readonly string[];
  readonly shared: readonly string[];
  readonly services: readonly string[];
}

const NOTHING: Pick<Content, 'images' | 'env' | 'files' | 'shared' | 'rolling' | 'rest'> = {
  images: {},
  env: {},
  files: {},
  shared: {},
  rolling: [],
  rest: [],
};

/** Compares two releases; `before` is absent at the first deploy. */
export function changesOf(before: Content | undefined, after: Content): Changes {
  const old = before ?? NOTHING;
  const services = [...new Set([...Object.keys(old.images), ...Object.keys(after.images)])];
  return {
    images: services
      .map((service) => ({ service, before: old.images[service] ?? null, after: after.images[service] ?? null }))
      .filter((image) => image.before !== image.after),
    env: changedKeys(old.env, after.env),
    files: changedKeys(old.files, after.files),
    shared: changedKeys(old.shared, after.shared),
    services: changedKeys(presence(old), presence(after)),
  };
}

function presence({ rolling, rest }: Pick<Content, 'rolling' | 'rest'>): Readonly<Record<string, string>> {
  return Object.fromEntries([...rolling.map(({ name }) => name), ...rest].map((name) => [name, '']));
}

/** The changes as lines of the plan; none at the first deploy, where everything is new. */
export function formatChanges({ images, env, files, shared, services }: Changes): readonly string[] {
  const line = (title: string, names: readonly string[]): readonly string[] =>
    names.length > 0 ? [`${title}: ${names.join(' ')}`] : [];
  return [
    ...images.map(({ service, before, after }) => `image of ${service}: ${short(before)} → ${short(after)}`),
    ...line('services', services),
    ...line('files', files),
    ...line('shared', shared),
    ...line('environment', env),
  ];
}

function short(ref: string | null): string {
  return ref === null ? 'none' : ref.replace(/@sha256:(.{12}).*$/, '@$1');
}
