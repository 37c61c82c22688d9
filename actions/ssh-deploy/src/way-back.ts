import { ActionError } from '@suite/core';
import { formatTarget } from '@suite/ssh';
import type { Inputs } from './inputs.ts';
import type { Manifest } from './manifest.ts';
import type { ObservedHost } from './plan.ts';

/** What a manifest keeps of the migration of its release. */
export function migration({ migrateCommand, hooks }: Inputs): Pick<Manifest, 'migration'> {
  return migrateCommand.length > 0 ? { migration: hooks.migrateKind } : {};
}

/** @throws ActionError E_FORWARD_ONLY where the database has moved on further than the release can follow. */
export function checkWayBack({ root }: Inputs, { facts, target }: ObservedHost, to: Manifest): void {
  const until = facts.manifests.find(({ release }) => release === facts.current)?.at ?? 0;
  const passed = facts.manifests.filter(({ at }) => at > to.at && at <= until);
  const barrier = passed.find((each) => each.migration === 'forward-only');
  if (barrier === undefined) return;
  const message = `${formatTarget(target)}: ${barrier.release} migrated the database forward only, so ${to.release} cannot serve any more`;
  const hint = `deploy a fix instead; or restore the database as it was before ${barrier.release} (backup-to-s3, mode: restore${facts.releases.includes(barrier.release) ? `, or ${root}/backups/${barrier.release}/data` : ''}), then deploy the commit of ${to.release}`;
  throw new ActionError(message, { code: 'E_FORWARD_ONLY', hint });
}
