import type { Content, Manifest } from './manifest.ts';
import { keepTag } from './steps/containers.ts';
import type { Leftovers } from './steps/finish.ts';

/** The release that becomes current with its images, the one that it replaces, and how many are kept in all. */
export interface Keep {
  readonly app: string;
  readonly release: string;
  readonly images: Content['images'];
  readonly previous: string | undefined;
  readonly keep: number;
}

/** Releases beyond the newest `keep`, and their images as far as no kept release names them. */
export function leftovers(manifests: readonly Manifest[], { app, release, images, previous, keep }: Keep): Leftovers {
  const others = manifests
    .filter((manifest) => manifest.release !== release && manifest.release !== previous)
    .toSorted((a, b) => b.at - a.at);
  const room = Math.max(0, keep - (previous === undefined ? 1 : 2));
  const [kept, dropped] = [others.slice(0, room), others.slice(room)];
  const current = manifests.filter((manifest) => manifest.release === release || manifest.release === previous);
  const before = [...kept, ...current].map(({ content }) => content.images);
  const needed = new Set([images, ...before].flatMap((each) => Object.values(each)));
  const tags = dropped.flatMap((each) =>
    Object.keys(each.content.images).map((service) => keepTag(app, service, each.release)),
  );
  const refs = dropped.flatMap(({ content }) => Object.values(content.images)).filter((ref) => !needed.has(ref));
  return { releases: dropped.map((each) => each.release), images: [...new Set([...tags, ...refs])] };
}
