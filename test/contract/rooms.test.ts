import { describe, expect, it } from 'vitest';
import { actionNames, median, productSources, readText, sourceFiles } from './sources.ts';

const sources = productSources();
const outside =
  /^(@actions\/|node:(fs|fs\/promises|net|tls|http|https|http2|child_process|dns|os|process|stream)|undici|pg$)/;
const pureNames = /\/(plan|report|[\w-]+)\.ts$/;
const effectful = /\/(main|observe|execute|clean-up)\.ts$|\/ports\//;

describe('rooms', () => {
  it('are there', () => expect(sources.length).toBeGreaterThan(50));

  it('of an action touch the outside only in src/ports', () => {
    const offenders = sources
      .filter(({ path }) => path.startsWith('actions/') && pureNames.test(path) && !path.includes('/ports/'))
      .flatMap(({ path, imports }) => imports.filter((name) => outside.test(name)).map((name) => `${path} ← ${name}`));
    expect(offenders).toEqual([]);
  });

  it('of pure code read no clock, no random number and no environment', () => {
    const offenders = sources
      .filter(({ path }) => path.startsWith('actions/') && !effectful.test(path))
      .filter(({ text }) => /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|performance\.now\(/.test(text))
      .map(({ path }) => path);
    expect(offenders).toEqual([]);
  });

  it('read the environment in one place', () => {
    const offenders = sources.filter(({ text }) => /process\.env/.test(text)).map(({ path }) => path);
    expect(offenders).toEqual(['packages/core/src/run.ts']);
  });

  it('of actions never import each other, nor dist', () => {
    const offenders = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          (name) => /^\.{1,2}\/(.*\/)?dist\//.test(name) || (path.startsWith('actions/') && name.includes('../../..')),
        )
        .map((name) => `${path} ← ${name}`),
    );
    expect(offenders).toEqual([]);
  });

  it('fail the job in one place', () => {
    const offenders = sources.filter(({ text }) => /setFailed|process\.exit\(|process\.exitCode\s*=/.test(text));
    expect(offenders.map(({ path }) => path)).toEqual(['packages/core/src/run.ts']);
  });

  it('have no default export, no enum, no parameter property', () => {
    const offenders = sources.filter(
      ({ path, text }) =>
        /^export default|^(export )?(const )?enum |constructor\((?:[^)]*,)?\s*(private|public|readonly|protected) \w+/m.test(
          text,
        ) && path.endsWith('.ts'),
    );
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  it.each(actionNames)('of %s start in a main.ts of at most 25 lines', (name) => {
    const main = readText(`actions/${name}/src/main.ts`);
    expect(main).toMatch(/await runAction/);
    expect(main.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });
});

describe('sizes', () => {
  it('keep the median source file at 90 lines or less', () => {
    expect(median(sources.map(({ lines }) => lines))).toBeLessThanOrEqual(90);
  });

  it('end at 300 lines a file, tests and scripts too', () => {
    const all = ['packages', 'actions', 'scripts', 'test'].flatMap(sourceFiles);
    expect(all.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} ${lines}`)).toEqual([]);
  });

  it('end at 40 lines a function', () => {
    const long = sources.flatMap(({ path, text }) =>
      topLevelFunctions(text)
        .filter(({ lines }) => lines > 40)
        .map(({ name, lines }) => `${path} ${name} ${lines}`),
    );
    expect(long).toEqual([]);
  });

  it('end at three parameters', () => {
    const many = sources.flatMap(({ path, text }) =>
      topLevelFunctions(text)
        .filter(({ parameters }) => parameters > 3)
        .map(({ name, parameters }) => `${path} ${name} ${parameters}`),
    );
    expect(many).toEqual([]);
  });
});

describe('documentation', () => {
  it('stands above every function that a package exports', () => {
    const bare = sources
      .filter(({ path }) => path.startsWith('packages/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/(?<!\*\/\n)^export (?:async )?(?:function|class) (\w+)/gm)].map(
          (match) => `${path} ${match[1]}`,
        ),
      );
    expect(bare).toEqual([]);
  });
});

interface FunctionFacts {
  readonly name: string;
  readonly lines: number;
  readonly parameters: number;
}

/** Functions at the left margin, by the formatter's layout: they end at the first `}` in column one. */
function topLevelFunctions(text: string): readonly FunctionFacts[] {
  return [...text.matchAll(/^(?:export )?(?:async )?function\*? (\w+)[\s\S]*?\n}/gm)].map((match) => {
    const [body, name = ''] = match;
    return { name, lines: body.split('\n').length, parameters: countParameters(body) };
  });
}

function countParameters(body: string): number {
  let depth = 0;
  let commas = 0;
  let content = '';
  for (const character of body.slice(body.indexOf('('))) {
    if ('([{<'.includes(character)) depth += 1;
    if (')]}'.includes(character) || (character === '>' && !content.endsWith('='))) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && character === ',') commas += 1;
    content += character;
  }
  const list = content.slice(1).trim();
  return list === '' ? 0 : commas + (list.endsWith(',') ? 0 : 1);
}
