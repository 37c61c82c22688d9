/** A file or folder of the checkout and where it goes on the host: into the release, or into what releases share. */
export interface FileMapping {
  readonly source: string;
  readonly area: 'release' | 'shared';
  /** Relative to the area; `''` is the area itself, for a folder's content. */
  readonly destination: string;
}

const SAFE_PATH = /^[\w@%+=:,.-]+(?:\/[\w@%+=:,.-]+)*$/;

/**
 * Parses lines `src -> dest` (or `src` alone, which keeps its path). `shared/…` outlives releases; everything else
 * belongs to the release.
 * @throws RangeError for a path that leaves its folder, or that a shell would have to quote.
 */
export function parseFileMappings(text: string): readonly FileMapping[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseMapping);
}

function parseMapping(line: string): FileMapping {
  const [source = '', destination = source, ...more] = line
    .split(/\s+->\s+/)
    .map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
  if (more.length > 0) throw new RangeError(`has the line "${line}"; write src -> dest`);
  for (const path of [source, destination]) checkPath(line, path);
  const inShared = /^shared(?:\/|$)(.*)$/.exec(destination);
  if (inShared) return { source, area: 'shared', destination: inShared[1] ?? '' };
  return { source, area: 'release', destination: destination === '.' ? '' : destination };
}

function checkPath(line: string, path: string): void {
  if (path === '.') return;
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw new RangeError(`has the line "${line}", which leaves the checkout or the release; use relative paths`);
  }
  if (!SAFE_PATH.test(path))
    throw new RangeError(`has the line "${line}", whose path holds a space or a special character`);
}

/** Where one file of a mapped folder goes, relative to the area. `inside` is its path below the source, `''` if it is it. */
export function destinationOf({ source, destination }: FileMapping, inside: string): string {
  if (inside === '') return destination === '' ? (source.split('/').at(-1) ?? source) : destination;
  return destination === '' ? inside : `${destination}/${inside}`;
}
