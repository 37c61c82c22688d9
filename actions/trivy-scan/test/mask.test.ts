import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskLine, maskReport } from '../src/mask.ts';

describe('a line of a Dockerfile', () => {
  it.each([
    ['ENV AWS_SECRET_ACCESS_KEY=abc', 'ENV AWS_SECRET_ACCESS_KEY=***'],
    ['ENV A=1 B="two words" C=\'x y\'', 'ENV A=*** B=*** C=***'],
    ['  env A=1 \\', '  env A=*** \\'],
    ['ENV KEY some value', 'ENV KEY ***'],
    ['ENV KEY a=b', 'ENV KEY ***'],
    ['ARG TOKEN=x', 'ARG TOKEN=***'],
    ['ARG TOKEN', 'ARG TOKEN'],
    ['ONBUILD ENV A=1', 'ONBUILD ENV A=***'],
    ['RUN DB_PASSWORD=hunter2 ./x', 'RUN DB_PASSWORD=*** ./x'],
    ['password: "a b", next', 'password: ***, next'],
    ['  api_key = "x"', '  api_key = ***'],
    ['RUN apt-get install -y curl', 'RUN apt-get install -y curl'],
    ['USER root', 'USER root'],
  ])('%s', (line, masked) => expect(maskLine(line)).toBe(masked));

  it('keeps no value of an ENV, whatever it is', () => {
    const value = fc
      .stringMatching(/^[A-Za-z0-9+/=$_.:@-]{6,30}$/)
      .filter((text) => !'ENV NAME=*** OTHER=***'.includes(text));
    fc.assert(
      fc.property(value, fc.boolean(), (secret, quoted) => {
        const text = quoted ? `"${secret}"` : secret;
        expect(maskLine(`ENV NAME=${text} OTHER=${text}`)).not.toContain(secret);
      }),
    );
  });
});

describe('a report', () => {
  const lines = (...texts: string[]) => ({
    Code: { Lines: texts.map((Content, index) => ({ Number: index, Content, Highlighted: `\u001b[38m${Content}` })) },
  });
  const contents = (masked: unknown) =>
    (masked as { Code: { Lines: { Content: string }[] } }).Code.Lines.map(({ Content }) => Content);

  it('masks an ENV that goes on over several lines, and only that', () => {
    const masked = maskReport(lines('ENV A=secret1 \\', '    B=secret2 \\', '    "secret3', 'USER root', 'X=kept'));
    expect(contents(masked)).toEqual(['ENV A=*** \\', '    B=*** \\', '    ***', 'USER root', 'X=kept']);
    expect(JSON.stringify(masked)).not.toContain('Highlighted');
  });

  it('keeps rule, place and line of a secret, and nothing around it', () => {
    const found = { RuleID: 'x', StartLine: 3, Match: 'half-of-another ****', ...lines('half-of-another') };
    expect(maskReport({ Secrets: [found] })).toEqual({ Secrets: [{ RuleID: 'x', StartLine: 3 }] });
    expect(maskReport({ ExperimentalModifiedFindings: [{ Finding: found }] })).toEqual({
      ExperimentalModifiedFindings: [{ Finding: { RuleID: 'x', StartLine: 3 } }],
    });
  });

  it('keeps of an image its user and the names of its environment', () => {
    const config = { User: 'app', Env: ['PATH=/bin', 'PAT=secret'], Labels: { x: 'secret' }, Cmd: ['run', 'secret'] };
    const ImageConfig = { os: 'linux', history: [{ created_by: 'ENV PAT=secret' }], config };
    const masked = JSON.stringify(maskReport({ Metadata: { ImageConfig } }));
    expect(masked).not.toContain('secret');
    expect(JSON.parse(masked).Metadata.ImageConfig.config).toEqual({ User: 'app', Env: ['PATH=***', 'PAT=***'] });
  });

  it.each([
    ['COPY a /b # buildkit', 'COPY a /b # buildkit'],
    ['RUN |1 TOKEN=secret /bin/sh -c x', 'RUN ***'],
    ['ENV TOKEN=secret', 'ENV ***'],
  ])('shows of the history only what copies files: %s', (CreatedBy, shown) => {
    expect(maskReport({ Layer: { CreatedBy } })).toEqual({ Layer: { CreatedBy: shown } });
  });

  it('leaves everything else as it was', () => {
    const json = fc
      .jsonValue()
      .filter(
        (value) =>
          !/"(Message|Secrets|Finding|Lines|ImageConfig|CreatedBy|Highlighted|__proto__)"/.test(JSON.stringify(value)),
      );
    fc.assert(
      fc.property(json, (value) => {
        expect(maskReport(value)).toEqual(value);
      }),
    );
  });
});
