import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFailOn, parseFailOn } from '../src/fail-on.ts';
import { SCANNERS, SEVERITIES, severityOf } from '../src/severity.ts';

const usual = ['CRITICAL', 'HIGH'];

describe('fail-on', () => {
  it.each([
    ['CRITICAL,HIGH', { vuln: usual, secret: usual, misconfig: usual, license: usual }],
    ['high\ncritical', { vuln: usual, license: usual }],
    ['off', { vuln: [], secret: [], misconfig: [], license: [] }],
    ['any', { secret: SEVERITIES }],
    [
      'vuln=CRITICAL; secret=any; license=off',
      { vuln: ['CRITICAL'], secret: SEVERITIES, misconfig: usual, license: [] },
    ],
    ['misconfig=LOW\nvuln=off', { misconfig: ['LOW'], vuln: [], secret: usual }],
  ])('reads %j', (text, expected) => expect(parseFailOn(text)).toMatchObject(expected));

  it.each([
    ['SEVERE', /"?SEVERE"?|none of CRITICAL/],
    ['vuln=', /without a severity/],
    ['vulns=HIGH', /did you mean vuln\?/],
    ['any,HIGH', /stands alone/],
    ['CRITICAL; vuln=HIGH', /mixes a list/],
    ['vuln=HIHG', /did you mean HIGH\?/],
  ])('refuses %j', (text, message) => expect(() => parseFailOn(text)).toThrow(message));

  it('reads what it writes', () => {
    const levels = fc.subarray([...SEVERITIES]);
    fc.assert(
      fc.property(fc.record({ vuln: levels, secret: levels, misconfig: levels, license: levels }), (failOn) => {
        expect(parseFailOn(formatFailOn(failOn, SCANNERS))).toEqual(failOn);
      }),
    );
  });
});

it.each([
  ['CRITICAL', 'CRITICAL'],
  ['high', 'HIGH'],
  ['NEGLIGIBLE', 'UNKNOWN'],
  [undefined, 'UNKNOWN'],
])('severity %s is %s', (word, severity) => expect(severityOf(word)).toBe(severity));
