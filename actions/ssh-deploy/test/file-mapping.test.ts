import { expect, test } from 'vitest';
import { destinationOf, parseFileMappings } from '../src/file-mapping.ts';

test.each([
  ['proxy/haproxy -> shared/haproxy', { source: 'proxy/haproxy', area: 'shared', destination: 'haproxy' }],
  ['./config', { source: 'config', area: 'release', destination: 'config' }],
  ['a.txt -> b.txt', { source: 'a.txt', area: 'release', destination: 'b.txt' }],
  ['public/ -> .', { source: 'public', area: 'release', destination: '' }],
  ['public -> shared/', { source: 'public', area: 'shared', destination: '' }],
])('%s', (line, mapping) => {
  expect(parseFileMappings(line)).toEqual([mapping]);
});

test.each(['a -> b -> c', '/etc/passwd', 'a -> ../b', 'a -> /etc/x', 'a b -> c', 'a -> $(x)'])(
  '%s is refused',
  (line) => {
    expect(() => parseFileMappings(line)).toThrow(RangeError);
  },
);

test.each([
  ['a.txt -> b.txt', '', 'b.txt'],
  ['a.txt -> .', '', 'a.txt'],
  ['dir/a.txt -> shared/', '', 'a.txt'],
  ['dir -> x', 'y/z', 'x/y/z'],
  ['dir -> .', 'y/z', 'y/z'],
])('%s, inside %j, goes to %s', (line, inside, destination) => {
  const [mapping] = parseFileMappings(line);
  expect(mapping && destinationOf(mapping, inside)).toBe(destination);
});
