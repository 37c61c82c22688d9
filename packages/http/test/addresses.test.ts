import { expect, it } from 'vitest';
import { parseAddresses } from '../src/index.ts';

it.each([
  ['auto', { kind: 'auto' }],
  ['each', { kind: 'each' }],
  ['10.0.0.1, ::1\n[::2]', { kind: 'list', list: ['10.0.0.1', '::1', '::2'] }],
])('%j is %j', (text, addresses) => {
  expect(parseAddresses(text)).toEqual(addresses);
});

it.each(['all', 'each 10.0.0.1', '10.0.0.256'])('%j is refused', (text) => {
  expect(() => parseAddresses(text)).toThrow(/neither auto, each nor an IP address/);
});
