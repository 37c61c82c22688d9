import { describe, expect, it } from 'vitest';
import { InputError } from '../src/errors.ts';
import { inputSource } from '../src/input-source.ts';
import { inputReader, parseArguments, parsePairs } from '../src/inputs.ts';

function reader(inputs: Record<string, string>) {
  const environment = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return inputReader(inputSource(Object.fromEntries(environment)));
}

function problemsOf(read: ReturnType<typeof reader>): string {
  try {
    read.done();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return '';
}

describe('inputReader', () => {
  it('reads each kind', () => {
    const read = reader({
      'max-size': '500MB',
      interval: '2s',
      'dry-run': 'true',
      tries: '3',
      fail: 'critical, high',
      files: 'a\n\n b ',
      labels: 'a=1\nb=x=y',
      headers: 'Accept: text/plain',
      url: 'https://app.example.com/health',
    });
    expect(read.size('max-size')).toBe(500_000_000);
    expect(read.duration('interval')).toBe(2_000);
    expect(read.common()).toEqual({ dryRun: true, summary: true });
    expect(read.integer('tries', { min: 0, max: 10 })).toBe(3);
    expect(read.words('fail', ['CRITICAL', 'HIGH', 'LOW'])).toEqual(['CRITICAL', 'HIGH']);
    expect(read.lines('files')).toEqual(['a', 'b']);
    expect([...read.pairs('labels')]).toEqual([
      ['a', '1'],
      ['b', 'x=y'],
    ]);
    expect([...read.headers('headers')]).toEqual([['Accept', 'text/plain']]);
    expect(read.url('url')?.hostname).toBe('app.example.com');
    expect(problemsOf(read)).toBe('');
  });

  it('takes an empty value for not given', () => {
    const read = reader({ interval: '', 'max-size': '  ' });
    expect(read.duration('interval', { fallback: '2s' })).toBe(2_000);
    expect(read.size('max-size')).toBeUndefined();
    expect(problemsOf(read)).toBe('');
  });

  it('takes an empty output of another step for a mistake, and `none` for not given', () => {
    const read = reader({ images: '', other: 'none' });
    expect(read.text('images', { output: true })).toBeUndefined();
    expect(read.text('other', { output: true })).toBeUndefined();
    expect(problemsOf(read)).toBe(`one input is wrong; nothing was changed
images: is empty: the step whose output it takes did not run, or has another id
  write: images: \${{ steps.<id of that step>.outputs.images }}, or leave images out`);
  });

  it('names every problem at once, each with its corrected form', () => {
    const read = reader({ interval: '20', mode: 'deply', 'dry-run': 'yes', url: 'app.example.com', password: '' });
    read.duration('interval');
    read.choice('mode', ['deploy', 'rollback'], 'deploy');
    read.common();
    read.url('url');
    read.requiredSecret('password');
    read.requiredText('host');
    expect(problemsOf(read)).toBe(`6 inputs are wrong; nothing was changed
interval: "20" has no unit; write 20s or 20ms
mode: "deply" is none of deploy, rollback; did you mean deploy?
dry-run: "yes" is neither true nor false; write true or false
url: "app.example.com" is not an http or https address; write for example https://app.example.com/health
password: is required and empty: does the secret or variable that it comes from exist?
host: is required and missing
  write: with: { host: … }`);
  });

  it('tells unknown inputs with the nearest name', () => {
    const read = reader({ intervall: '2s', zzz: '1' });
    read.duration('interval');
    expect(read.unknown()).toEqual([
      'input intervall is unknown and was ignored; did you mean interval?',
      'input zzz is unknown and was ignored',
    ]);
  });

  it('tells a contract test what it asks for', () => {
    const declared: string[] = [];
    const read = inputReader({ inputs: new Map(), env: {}, onDeclare: ({ name }) => declared.push(name) });
    read.common();
    read.duration('interval', { fallback: '2s' });
    expect(declared).toEqual(['dry-run', 'summary', 'interval']);
  });
});

describe('commands and pairs', () => {
  it.each([
    [`npm run migrate -- --name "a b"`, ['npm', 'run', 'migrate', '--', '--name', 'a b']],
    [`sh -c 'echo $HOME; ls'`, ['sh', '-c', 'echo $HOME; ls']],
    ['pg_dump\n--table\nmy table', ['pg_dump', '--table', 'my table']],
  ])('splits %j', (text, words) => expect(parseArguments(text)).toEqual(words));

  it('refuses a line that is no pair, and does not quote it: it may be a secret', () =>
    expect(() => parsePairs('A=1\n\nnonsense', '=')).toThrow(/^has line 3 that is not key=value$/));
});

it.each([
  ['ftp://ann:hunter2hunter2@host/', 'ftp://***@host/'],
  ['ftp://ann:p@ss/w0rd@host/', 'ftp://***@host/'],
  ['ftp://host/?token=hunter2&x=also#top', 'ftp://host/?token=***&x=***#top'],
])('quotes a refused address without the login and the query in it: %s', (url, shown) => {
  const read = reader({ url });
  read.url('url');
  expect(problemsOf(read)).toContain(`"${shown}" is not an http`);
});

it('quotes no several lines and nothing that may be a secret: the message names what is wrong', () => {
  const read = reader({ env: 'A=s3cret\nnonsense', pin: 's3cret' });
  const refuse = (): never => {
    throw new RangeError('has line 2 that is wrong');
  };
  read.parsed('env', {}, refuse);
  read.parsed('pin', { unquoted: true }, refuse);
  expect(problemsOf(read)).not.toContain('s3cret');
  expect(problemsOf(read)).toContain('env: has line 2 that is wrong');
});
