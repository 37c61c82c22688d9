/** What the runner says about the commit and why the job runs. */
export interface GitContext {
  readonly ref: string;
  readonly sha: string;
  readonly event: string;
  /** From the event's payload; absent where that does not tell. */
  readonly defaultBranch?: string | undefined;
}

const LONGEST = 128;
const TAG = /^\w[\w.-]{0,127}$/;
const SEMVER =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9a-z-]+(?:\.[0-9a-z-]+)*))?(?:\+[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;

/**
 * Parses one entry of `tags`: `auto` or a tag.
 * @throws RangeError with the corrected form.
 */
export function parseTag(text: string): string {
  if (TAG.test(text)) return text;
  const last = /[/:]([\w][\w.-]*)$/.exec(text)?.[1];
  if (text.includes('='))
    throw new RangeError(`has the rule "${text}", and rules are not taken; write auto or plain tags`);
  if (text.includes('/') || text.includes(':')) {
    throw new RangeError(`has "${text}", which is more than a tag; the name stands in image, write ${last ?? 'v1'}`);
  }
  throw new RangeError(`has "${text}", which is not a tag; write ${cleanTag(text) || 'v1'}`);
}

/** The tags to write, in order; the first one is the version. `auto` stands for those of the commit. */
export function planTags(wanted: readonly string[], git: GitContext): readonly string[] {
  return [...new Set(wanted.flatMap((tag) => (tag === 'auto' ? autoTags(git) : [tag])))];
}

/** Branch, `pr-N`, `X.Y.Z X.Y X` on a version tag, `sha-<12>`, and `latest` on the default branch. */
export function autoTags(git: GitContext): readonly string[] {
  const sha = /^[0-9a-f]{12}/.exec(git.sha)?.[0];
  return [...refTags(git), ...(sha === undefined ? [] : [`sha-${sha}`]), ...latest(git)];
}

/** Makes a tag out of a branch's name: what a tag cannot hold becomes `-`, and it is cut at 128 characters. */
export function cleanTag(text: string): string {
  return text
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, LONGEST);
}

function refTags({ ref }: GitContext): readonly string[] {
  const pull = /^refs\/pull\/(\d+)\//.exec(ref)?.[1];
  if (pull !== undefined) return [`pr-${pull}`];
  const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
  if (tag !== undefined) return versionTags(tag) ?? some(cleanTag(tag));
  return some(cleanTag(/^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? ''));
}

/** A pre-release moves no shorter tag; version 0 promises nothing across minors, so it gets no `0`. */
function versionTags(tag: string): readonly string[] | undefined {
  const [whole, major, minor, patch, pre] = SEMVER.exec(tag) ?? [];
  if (whole === undefined) return undefined;
  const full = `${major}.${minor}.${patch}`;
  if (pre !== undefined) return [cleanTag(`${full}-${pre}`)];
  return [full, `${major}.${minor}`, ...(major === '0' ? [] : [`${major}`])];
}

function latest({ ref, defaultBranch }: GitContext): readonly string[] {
  return defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}` ? ['latest'] : [];
}

function some(tag: string): readonly string[] {
  return tag === '' ? [] : [tag];
}
