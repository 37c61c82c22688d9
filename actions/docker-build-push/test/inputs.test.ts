import { expect, it } from 'vitest';
import { formatImageName } from '../src/image-name.ts';
import { given, problemsOf } from './given.ts';

const names = (values: Record<string, string>): readonly string[] =>
  given(values).images.map(({ image }) => formatImageName(image));

it('builds the repository’s own package from its checkout by default', () => {
  const inputs = given({ 'github-token': 'job-token-1' });
  expect(inputs.images).toEqual([
    {
      name: 'app',
      image: { registry: 'ghcr.io', path: 'acme/app' },
      context: '.',
      file: 'Dockerfile',
      target: undefined,
      buildArgs: new Map(),
      maxSize: undefined,
    },
  ]);
  expect(inputs.credentials).toMatchObject({ registry: 'ghcr.io', username: 'ann' });
  expect(inputs.credentials?.password.reveal()).toBe('job-token-1');
  expect(inputs).toMatchObject({ tags: ['auto'], push: 'auto', retries: 2, sizeMetric: 'uncompressed', pull: false });
});

it('gives the job’s token to ghcr.io only', () => {
  const token = { 'github-token': 'job-token-1' };
  expect(given({ ...token, image: 'quay.io/acme/app' }).credentials).toBeUndefined();
  expect(given({ ...token, image: 'ghcr.io.evil.example/acme/app' }).credentials).toBeUndefined();
  expect(given({ ...token, image: 'quay.io/acme/app', password: 'own-password' }).credentials?.password.reveal()).toBe(
    'own-password',
  );
  expect(given({ ...token, password: 'own-password' }).credentials?.password.reveal()).toBe('own-password');
});

it('takes the registry for images without a host, and for the repository’s own', () => {
  expect(names({ registry: 'quay.io', image: 'acme/app' })).toEqual(['quay.io/acme/app']);
  expect(names({ registry: 'quay.io' })).toEqual(['quay.io/acme/app']);
  expect(problemsOf({ registry: 'quay.io', image: 'ghcr.io/acme/app' })).toEqual([
    'registry: is quay.io, but the image belongs to ghcr.io',
  ]);
});

it('finds the Dockerfile in the context, or where file says', () => {
  const file = (values: Record<string, string>): string | undefined => given(values).images[0]?.file;
  expect(file({ context: 'services/api/' })).toBe('services/api/Dockerfile');
  expect(file({ context: 'services/api', file: 'docker/api.Dockerfile' })).toBe('docker/api.Dockerfile');
});

it('reads secrets from values, variables and files', () => {
  const values = {
    secrets: 'tok=v1-value\n"key=a\nb"',
    'secret-envs': 'npm=NPM_TOKEN',
    'secret-files': 'pem=keys/x.pem',
  };
  const secrets = given(values, { NPM_TOKEN: 'npm-value' }).secrets;
  expect(
    secrets.map((secret) =>
      'value' in secret ? `${secret.id}=${secret.value.reveal()}` : `${secret.id}<${secret.path}`,
    ),
  ).toEqual(['tok=v1-value', 'key=a\nb', 'npm=npm-value', 'pem<keys/x.pem']);
  expect(JSON.stringify(secrets)).not.toContain('value-');
  expect(JSON.stringify(secrets)).not.toContain('npm-value');
});

it.each([
  [{ secrets: 'tok=' }, 'secrets: tok is empty; does the secret exist, and is this job allowed to read it?'],
  [{ secrets: 'tok=  ' }, 'secrets: tok is empty; does the secret exist, and is this job allowed to read it?'],
  [
    { 'secret-envs': 'tok=NONE' },
    'secret-envs: tok is empty: the variable NONE is not set; does the secret exist, and is this job allowed to read it?',
  ],
  [{ secrets: 'tok=abcdef', 'secret-files': 'tok=x' }, 'secrets: gives the id tok twice'],
  [{ 'secret-files': 'a,b=x' }, 'secrets: has the id "a,b" with other characters than letters, digits, . _ -'],
])('refuses the secrets %j', (values, problem) =>
  expect(problemsOf(values as Record<string, string>)).toContain(problem),
);

it('shows nothing of secrets that it cannot read', () => {
  const [problem] = problemsOf({ secrets: 'tok=first\nplanted-in-clear' });
  expect(problem).toBe(
    'secrets: has a line 2 that is not id=value; a value of several lines stands in double quotes: "id=first line',
  );
});

it('misses a name where the runner gives none', () => {
  expect(problemsOf({}, { GITHUB_REPOSITORY: '' })).toEqual(['image: is missing, and GITHUB_REPOSITORY gives no name']);
  expect(problemsOf({ images: '- name: app' }, { GITHUB_REPOSITORY: '' })).toEqual([
    'images: entry 1 (app) has no image, and there is none to put its name under',
  ]);
});
