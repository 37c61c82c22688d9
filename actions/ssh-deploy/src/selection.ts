import { didYouMean, InputError } from '@suite/core';
import type { Service } from './compose.ts';
import type { Inputs } from './inputs.ts';
import type { Content } from './manifest.ts';
import type { InPlace } from './steps/in-place.ts';

/**
 * The services that are deployed: as compose does it, a service with profiles only where one of them is active or the
 * service is named. @throws InputError where a name is none of the compose file, or nothing is left.
 */
export function selectServices({ scope, what }: Inputs, services: readonly Service[]): readonly Service[] {
  const names = services.map(({ name }) => name);
  const files = what.composeFiles.join(', ');
  const unknown = scope.services.filter((name) => !names.includes(name));
  const profiles = new Set(services.flatMap((service) => service.profiles));
  const problems = [
    ...unknown.map((name) => ({
      input: 'services',
      problem: `${name} is no service of ${files}${didYouMean(name, names)}`,
    })),
    ...scope.profiles
      .filter((name) => !profiles.has(name))
      .map((name) => ({
        input: 'profiles',
        problem: `${name} is no profile of ${files}${didYouMean(name, [...profiles])}`,
      })),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const isActive = ({ profiles: own }: Service): boolean =>
    own.length === 0 || own.some((profile) => scope.profiles.includes(profile));
  const selected = services.filter((service) =>
    scope.services.length > 0 ? scope.services.includes(service.name) : isActive(service),
  );
  if (selected.length > 0 || services.length === 0) return selected;
  const problem = `are missing: every service of ${files} has one`;
  throw new InputError([{ input: 'profiles', problem, fix: `profiles: ${[...profiles].join(', ')}` }]);
}

/** Profiles that compose must know as active for these services. */
export function profilesOf({ scope }: Inputs, selected: readonly Service[]): readonly string[] {
  return [...new Set([...scope.profiles, ...selected.flatMap(({ profiles }) => profiles)])].sort();
}

/** Services that are recreated, beside the release before. Containers in colours are in nobody's way. */
export function inPlace({ rest }: Content, before: Content | undefined): InPlace {
  const beside = before?.strategy === 'blue-green' ? [] : (before?.rolling ?? []);
  const there = new Set([...beside.map(({ name }) => name), ...(before?.rest ?? [])]);
  return { known: rest.filter((name) => there.has(name)), unknown: rest.filter((name) => !there.has(name)) };
}
