import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFileCommands, parseWorkflowCommands } from '../src/workflow-commands.ts';

describe('workflow commands', () => {
  it('are read as the runner reads them', () => {
    const log = 'hello\n::error file=a.ts,line=3,title=x%3Ay::one%0Atwo\n::add-mask::abc\n';
    expect(parseWorkflowCommands(log)).toEqual([
      { command: 'error', properties: { file: 'a.ts', line: '3', title: 'x:y' }, message: 'one\ntwo' },
      { command: 'add-mask', properties: {}, message: 'abc' },
    ]);
  });

  it('are not read while they are stopped', () => {
    const log = '::stop-commands::t1\n::set-output name=a::b\n::t1::\n::notice::n\n';
    expect(parseWorkflowCommands(log).map(({ command }) => command)).toEqual(['notice']);
  });
});

describe('file commands', () => {
  it('read back any value behind a random delimiter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !/[\r]/.test(text)),
        (value) => {
          const content = `name<<ghadelimiter_1\n${value}\nghadelimiter_1\nother=x=y\n`;
          const parsed = parseFileCommands(content);
          expect([parsed.get('name'), parsed.get('other')]).toEqual([value, 'x=y']);
        },
      ),
    );
  });

  it('refuse a value without an end', () => expect(() => parseFileCommands('a<<E\nx\n')).toThrow(/no closing/));
});
