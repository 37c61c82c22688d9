import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEvents } from '../src/agent/events.ts';
import { encodeFrame } from '../src/agent/frames.ts';

describe('frames', () => {
  test.each([
    [{ frame: 'step', id: 'pull', limit: 600, kind: 'soft' } as const, 'step pull 600 soft\n'],
    [{ frame: 'after', id: 'stop', limit: 40 } as const, 'after stop 40\n'],
    [{ frame: 'commit' } as const, 'commit\n'],
    [{ frame: 'put', name: 'a.do', content: Buffer.from('é\n') } as const, 'put a.do 3\né\n'],
    [{ frame: 'put', name: 'empty', content: Buffer.alloc(0) } as const, 'put empty 0\n'],
  ])('%j', (frame, text) => {
    expect(Buffer.from(encodeFrame(frame)).toString()).toBe(text);
  });

  test('a large payload is cut into chunks of 64 KiB', () => {
    const bytes = Buffer.from(encodeFrame({ frame: 'put', name: 'x', content: Buffer.alloc(130_000) })).toString();
    expect(bytes.match(/put x \d+\n/g)).toEqual(['put x 65536\n', 'put x 64464\n']);
  });

  test.each(['../x', '.hidden', 'a b', 'a\nb', ''])('refuses the name %j', (name) => {
    expect(() => encodeFrame({ frame: 'put', name, content: Buffer.alloc(0) })).toThrow(RangeError);
  });
});

describe('events', () => {
  const stream = Buffer.concat([
    Buffer.from('{"e":"start","id":"snap"}\n{"e":"ok","id":"snap","rc":0,"s":0,"out":7}\n{"e"\n'),
    Buffer.from('é{"e":"committed"}\n{"e":"after","id":"x","rc":0,"out":0}\n'),
  ]);

  test('come out the same wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 5 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
        let rest: Uint8Array = new Uint8Array();
        const events = places.slice(1).flatMap((end, index) => {
          const batch = parseEvents(Buffer.concat([rest, stream.subarray(places[index], end)]));
          rest = batch.rest;
          return batch.events;
        });
        expect(rest.length).toBe(0);
        expect(events).toEqual([
          { e: 'start', id: 'snap' },
          { e: 'ok', id: 'snap', rc: 0, s: 0, out: '{"e"\né' },
          { e: 'committed' },
          { e: 'after', id: 'x', rc: 0, out: '' },
        ]);
      }),
    );
  });

  test('a stream that is not the agent’s is an error', () => {
    expect(() => parseEvents(Buffer.from('bash: flock: not found\n'))).toThrow(SyntaxError);
  });
});
