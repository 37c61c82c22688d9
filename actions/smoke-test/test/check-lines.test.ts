import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCheckLine, parseCheckLines } from '../src/check-lines.ts';

const place = { line: 1 };
const shown = (line: string) => {
  const { method, path, body, expect: expectations } = parseCheckLine(line, place);
  return {
    method,
    path,
    body,
    expect: expectations.map(({ subject, matcher, text }) => [subject.text, matcher.kind, text]),
  };
};

describe('a check line', () => {
  it('is a method, a path and a status', () => {
    expect(shown('GET /health 200')).toEqual({
      method: 'GET',
      path: '/health',
      body: undefined,
      expect: [['status', 'status', 'status 200']],
    });
  });

  it('holds assertions in any order and a body to the end of the line', () => {
    expect(shown('post /api/ask 201 <10s json $.source == "groq" body {"question": "is 1 <2s json?"}')).toEqual({
      method: 'POST',
      path: '/api/ask',
      body: { kind: 'text', text: '{"question": "is 1 <2s json?"}' },
      expect: [
        ['status', 'status', 'status 201'],
        ['time.total', '<', 'time.total <10s'],
        ['json.$.source', '==', 'json $.source == "groq"'],
      ],
    });
  });

  it.each([
    ['GET / 2xx', 'status', 'status 2xx'],
    ['GET / 200,204', 'status', 'status 200,204'],
    ['GET / 200 < 1s', '<', 'time.total <1s'],
    ['GET / 200 <=500ms', '<=', 'time.total <=500ms'],
    ['GET / 200 contains "Swagger UI"', 'contains', 'body contains "Swagger UI"'],
    ['GET / 200 contains \'a "b"\'', 'contains', 'body contains "a \\"b\\""'],
    ['GET / 200 header X-Version exists', 'exists', 'header X-Version exists'],
    ['GET / 200 json items length >=3', 'length', 'json items length >=3'],
    ['GET / 200 json user.name ann', '==', 'json user.name ann'],
    ['GET / 200 json n == 5 contains x', 'contains', 'body contains x'],
    ['GET / 200 json a not exists', 'not', 'json a not exists'],
    ['GET https://other.test/x 200', 'status', 'status 200'],
  ])('%s', (line, kind, text) => {
    expect(shown(line).expect.at(-1)?.slice(1)).toEqual([kind, text]);
  });

  it.each([
    ['GTE /health 200', 'begins with "GTE", which is no method; did you mean GET?'],
    ['GET health 200', 'has the path "health" that begins neither with / nor with https://'],
    ['GET /health', 'has the status "" that is neither a code such as 200 nor 2xx'],
    ['GET /health ok', 'has the status "ok"'],
    ['GET /health 200 <1', 'has the time "<1" without a unit; write <1s'],
    ['GET /health 200 jsn $.a == 1', 'has "jsn" where json, header, contains, body'],
    ['GET /health 200 jsn $.a == 1', 'did you mean json?'],
    ['GET /health 200 json', 'has nothing behind json'],
    ['GET /health 200 json $.a', 'lacks what to compare with'],
    ['GET /health 200 json $.a ==', 'lacks a value behind =='],
    ['GET /health 200 json $.a exist', 'did you mean exists? For equality write == "exist"'],
    ['GET /health 200 json $.a type strin', 'did you mean string?'],
    ['GET /health 200 json $.a not found', 'has found behind not, which is no comparison; write not == found'],
    ['GET /health 200 json $.a matches [', 'has a pattern that cannot be read'],
    ['GET /health 200 json $.a > many', 'compares with "many", which is neither a number nor a duration'],
    ['GET /health 200 json $[ exists', 'is not a JSON path'],
    ['POST /x 200 body', 'has nothing behind body'],
    [
      'POST /api/ask 201 body {"question": "why?"} json $.source == "groq"',
      'has json … behind its body, which goes to the end of the line; put json … before body',
    ],
    ['POST /x 201 body {"id": {{id}}} header X-A exists', 'put header … before body'],
    ['POST /x 201 body [1, 2] contains x', 'put contains … before body'],
    ['POST /x 201 body {} < 1s', 'put < … before body'],
  ])('%s is refused', (line, message) => {
    expect(() => parseCheckLine(line, place)).toThrow(message);
  });

  it.each([
    '{"a": "b json $.c == 1 <1s"}',
    '{"id": {{id}}, "text": "{{text}} contains x"}',
    '{{whole}}',
    '{{whole}} json',
    '{"broken":',
    '{broken json',
    '[draft] contains no header',
    'plain text json',
  ])('sends the body %s', (body) => {
    expect(parseCheckLine(`POST /x 400 body ${body}`, place).body).toEqual({ kind: 'text', text: body });
  });

  it('never fails otherwise than by saying what is wrong', () => {
    const word = fc.oneof(
      fc.constantFrom('GET', '/a', '200', 'json', '==', '<1s', 'body', 'not', '"', 'contains', '{{x}}'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        try {
          parseCheckLine(words.join(' '), place);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  it('keeps a body exactly as it stands', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 2 }), (json) => {
        fc.pre(!json.includes('\n'));
        expect(parseCheckLine(`POST /x 200 <1s body ${json}`, place).body).toEqual({ kind: 'text', text: json.trim() });
      }),
    );
  });
});

describe('check lines', () => {
  it('are told apart from blank lines and comments, and all wrong ones are named', () => {
    const { checks, problems } = parseCheckLines('# health\nGET /health 200\n\nGET docs 200\nFETCH /x 200');
    expect(checks.map(({ name, place: { line } }) => [name, line])).toEqual([['GET /health', 2]]);
    expect(problems.map((problem) => problem.slice(0, 26))).toEqual([
      'line 4 has the path "docs"',
      'line 5 begins with "FETCH"',
    ]);
  });
});
