import type { Listing } from './layout.ts';
import type { Manifest } from './manifest.ts';
import type { Clients } from './postgres-clients.ts';
import type { ServerFacts } from './postgres-sql.ts';
import type { OpenUpload } from './store.ts';

/** What was found out about the source of a backup. `estimate` is in bytes, uncompressed; absent: unknown. */
export interface SourceFacts {
  readonly estimate: number | undefined;
  readonly server?: ServerFacts;
  readonly clients?: Clients;
}

/** A backup as its manifest tells it; `manifest` is absent where it cannot be read, `problem` says why. */
export interface ListedBackup {
  readonly id: string;
  readonly manifest: Manifest | undefined;
  readonly problem: string | undefined;
}

/** What lies in the store under one name. */
export interface SetFacts {
  readonly listing: Listing;
  readonly backups: readonly ListedBackup[];
  readonly uploads: readonly OpenUpload[];
}

export interface TargetFacts {
  /** A few names of what is there already; empty: nothing is. */
  readonly content: readonly string[];
  /** By which name `confirm` has to call the target. */
  readonly confirmName: string;
  readonly label: string;
  readonly clients?: Clients;
  readonly server?: ServerFacts;
}

export interface Facts {
  readonly nowMs: number;
  /** The id that a backup of this run gets. */
  readonly newId: string;
  readonly set: SetFacts;
  readonly source?: SourceFacts;
  readonly target?: TargetFacts;
}
