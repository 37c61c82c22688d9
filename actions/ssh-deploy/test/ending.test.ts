import { expect, test } from 'vitest';
import { endingText } from '../src/ending.ts';

const two = [
  { host: 'a', previous: 'r1' },
  { host: 'b', previous: 'r1' },
];
const apart = [
  { host: 'a', previous: 'r1' },
  { host: 'b', previous: undefined },
];

test.each([
  [{ switched: false, hosts: two.slice(1) }, '; undone in 3.1 s, r1 still serves'],
  [{ switched: false, hosts: two }, '; undone in 3.1 s, r1 still serves, and on the other 1'],
  [{ switched: false, hosts: apart }, '; undone in 3.1 s, a on r1, b on nothing'],
  [{ switched: false, hosts: apart.slice(1) }, '; undone in 3.1 s, nothing runs there, as before'],
  [{ switched: true, hosts: two }, '\nE_ROLLED_BACK: rolled back in 3.1 s, all hosts on r1'],
  [{ switched: true, hosts: two.slice(1) }, '\nE_ROLLED_BACK: rolled back in 3.1 s, b on r1'],
  [{ switched: true, hosts: apart }, '\nE_ROLLED_BACK: rolled back in 3.1 s, a on r1, b on nothing'],
])('%j', (given, text) => expect(endingText({ undoMs: 3_100, ...given })).toBe(text));
