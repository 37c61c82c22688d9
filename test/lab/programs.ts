/** Programs that unit tests start, with the Debian package of each. */
export const unitTestPrograms = {
  busybox: 'busybox',
  dash: 'dash',
  openssl: 'openssl',
  'ssh-keygen': 'openssh-client',
  ps: 'procps',
  shellcheck: 'shellcheck',
  curl: 'curl',
  wget: 'wget',
};

/** Programs that the actions start on the runner, and that tests use beside them to look at what they did. */
export const runnerPrograms = {
  ssh: 'openssh-client',
  tar: 'tar',
  zstd: 'zstd',
  age: 'age',
  psql: 'postgresql-client',
  git: 'git',
};
