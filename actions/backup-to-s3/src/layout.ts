/** `20261123T021500Z-1a2b3c4d`: when the backup began, in UTC, and eight random letters. */
const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}$/;
const RESERVED = ['manifests', 'drills'];

/** The parts of a key that one set of backups shares. */
export interface SetPlace {
  readonly prefix: string;
  readonly name: string;
}

/** Data and manifests as one listing of a set shows them. */
export interface Listing {
  /** Ids that have a manifest, oldest first: only these are backups. */
  readonly manifests: readonly string[];
  readonly data: readonly DataObject[];
}

export interface DataObject {
  readonly key: string;
  readonly class: string;
  readonly id: string;
  readonly size: number;
}

export function makeId(nowMs: number, random: number): string {
  const stamp = new Date(nowMs)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '');
  const suffix = Math.floor(random * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
  return `${stamp}-${suffix}`;
}

/** Milliseconds since the epoch at which a backup began, or undefined where the text is no id. */
export function timeOfId(id: string): number | undefined {
  const match = ID.exec(id);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

export function setPrefix({ prefix, name }: SetPlace): string {
  return prefix === '' ? `${name}/` : `${prefix}/${name}/`;
}

export function dataKey(place: SetPlace, backup: { class: string; id: string; extension: string }): string {
  return `${setPrefix(place)}${backup.class}/${backup.id}/data.${backup.extension}`;
}

export function manifestKey(place: SetPlace, id: string): string {
  return `${setPrefix(place)}manifests/${id}.json`;
}

/** Whether a text can be a name or a class: one segment of a key that needs no escaping anywhere. */
export function isSegment(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text);
}

export function isClass(text: string): boolean {
  return isSegment(text) && !RESERVED.includes(text);
}

/** Sorts the keys of a set into manifests and data; whatever else lies there is not ours and is left alone. */
export function sortListing(place: SetPlace, objects: readonly { key: string; size: number }[]): Listing {
  const manifests: string[] = [];
  const data: DataObject[] = [];
  for (const { key, size } of objects) {
    const [folder = '', second = '', third = '', ...rest] = key.slice(setPrefix(place).length).split('/');
    const id = folder === 'manifests' ? second.replace(/\.json$/, '') : second;
    if (timeOfId(id) === undefined) continue;
    if (folder === 'manifests' && second === `${id}.json` && third === '') manifests.push(id);
    else if (isClass(folder) && third.startsWith('data.') && rest.length === 0) {
      data.push({ key, class: folder, id, size });
    }
  }
  return { manifests: manifests.sort(), data };
}

/** The id in a key of ours, of whatever kind, or undefined. */
export function idInKey(place: SetPlace, key: string): string | undefined {
  return sortListing(place, [{ key, size: 0 }]).data[0]?.id;
}
