/** What is missing in a Caddyfile for a deploy to switch it; empty where nothing is. Imported files may be given too. */
export function caddyProblems(text: string): readonly string[] {
  const live = /^\s*root\s+\S+\/live\/?\s*$/m.test(text);
  const newest = /^\s*try_policy\s+most_recently_modified\s*$/m.test(text);
  return [
    ...(live ? [] : ['no file matcher has `root …/live`']),
    ...(newest ? [] : ['no file matcher has `try_policy most_recently_modified`']),
  ];
}
