import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, judgePolicy, parsePolicy } from '../src/policy.ts';

const strict = parsePolicy('non-root=error, healthcheck=error, secret-env=error');
const good = { User: '65532', Healthcheck: { Test: ['CMD', 'app'] }, Env: ['PATH=/bin', 'TOKEN_TTL=5m'] };
const broken = (config: Parameters<typeof judgePolicy>[1], leaks: readonly string[] = []): readonly string[] =>
  judgePolicy(strict, config, leaks).map(({ rule, problem }) => `${rule} ${problem}`);

describe('parsePolicy', () => {
  it('keeps the default of a rule that is not named', () => {
    expect(parsePolicy('non-root=error')).toEqual({ 'non-root': 'error', healthcheck: 'warn', 'secret-env': 'error' });
    expect(parsePolicy(DEFAULT_POLICY)).toEqual(parsePolicy(''));
  });

  it.each([
    ['nonroot=error', 'has the unknown rule nonroot; did you mean non-root?'],
    ['non-root', 'has "non-root"; write for example non-root=error'],
    ['non-root=eror', 'is none of off, warn, error'],
  ])('refuses %s', (text, problem) => expect(() => parsePolicy(text)).toThrow(problem));
});

describe('judgePolicy', () => {
  it('finds nothing in a good image', () => expect(broken(good)).toEqual([]));

  it.each([
    ['', 'non-root runs as root, since it names no user'],
    ['root', 'non-root runs as root'],
    ['0', 'non-root runs as 0'],
    ['0:1000', 'non-root runs as 0:1000'],
    ['root:app', 'non-root runs as root:app'],
  ])('says of the user "%s" that it %s', (User, finding) => expect(broken({ ...good, User })).toEqual([finding]));

  it.each([['1000'], ['app'], ['app:root'], ['65532:0']])('takes the user %s', (User) => {
    expect(broken({ ...good, User })).toEqual([]);
  });

  it.each([[null], [{}], [{ Test: [] }], [{ Test: ['NONE'] }]])('misses the health check in %j', (Healthcheck) => {
    expect(broken({ ...good, Healthcheck })).toEqual(['healthcheck has no HEALTHCHECK']);
  });

  it.each([['DB_PASSWORD'], ['API_KEY'], ['GITHUB_TOKEN'], ['AWS_SECRET_ACCESS_KEY'], ['apikey']])(
    'sees ENV %s',
    (name) => {
      expect(broken({ ...good, Env: [`${name}=value`] })).toEqual([
        `secret-env carries what looks like a secret: ENV ${name}`,
      ]);
    },
  );

  it.each([['DB_PASSWORD='], ['PASSWORD_FILE=/run/x'], ['TOKENIZER=bert'], ['KEYBOARD=de'], ['SECRET_NAME=x']])(
    'leaves ENV %s alone',
    (entry) => {
      expect(broken({ ...good, Env: [entry] })).toEqual([]);
    },
  );

  it('names where a secret of the build stands, never the secret', () => {
    expect(broken(good, ['a secret in the history'])).toEqual([
      'secret-env carries what looks like a secret: a secret in the history',
    ]);
  });

  it('says nothing of a rule that is off', () => {
    expect(
      judgePolicy(parsePolicy('non-root=off, healthcheck=off, secret-env=off'), { Env: ['TOKEN=x'] }, ['history']),
    ).toEqual([]);
  });
});
