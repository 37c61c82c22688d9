const MASK = '***';

/** Names whose values are secrets wherever they are assigned: in a Dockerfile, in YAML, in Terraform. */
const SECRET_NAME =
  '[\\w.-]*(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|_PAT|AUTH)[\\w.-]*';
const ASSIGNMENT = new RegExp(
  `(["']?\\b${SECRET_NAME}["']?\\s*[=:]\\s*)("(?:[^"\\\\]|\\\\.)*"|'[^']*'|[^\\s,;]+)`,
  'gi',
);
const INSTRUCTION = /^(\s*(?:ONBUILD\s+)?(?:ENV|ARG)\s+)(.*)$/is;
const PAIR = /([\w.-]+)=("(?:[^"\\]|\\.)*"|'[^']*'|(?:\\.|[^\s\\])+)/g;

/**
 * Takes out of a Trivy report what must not become an artefact: Trivy prints `ENV KEY=value` lines in clear, keeps
 * the image's whole configuration, and shows the text around a secret. Everything else stays as it was.
 */
export function maskReport(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskReport);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      switch (key) {
        case 'Highlighted':
          return [];
        case 'ImageConfig':
          return [[key, maskImageConfig(inner)]];
        case 'CreatedBy':
          return [[key, maskHistory(String(inner))]];
        case 'Message':
          return [[key, maskLine(String(inner))]];
        case 'Secrets':
          return [[key, Array.isArray(inner) ? inner.map(maskSecret) : []]];
        case 'Finding':
          return [[key, maskReport(maskSecret(inner))]];
        case 'Lines':
          return [[key, Array.isArray(inner) ? maskLines(inner) : inner]];
        default:
          return [[key, maskReport(inner)]];
      }
    }),
  );
}

/** Masks the values of an ENV or ARG instruction, and of names that say secret in any other line. */
export function maskLine(line: string): string {
  const instruction = INSTRUCTION.exec(line);
  if (!instruction) return line.replace(ASSIGNMENT, `$1${MASK}`);
  const [, head = '', rest = ''] = instruction;
  const [first = '', ...more] = rest.trim().split(/\s+/);
  if (more.length === 0 && !first.includes('=')) return line;
  return first.includes('=') ? `${head}${namesOnly(rest)}` : `${head}${first} ${MASK}`;
}

/** `A=1 B=2 \` becomes `A=*** B=*** \`; text that names nothing is a value too. */
function namesOnly(text: string): string {
  const goesOn = /\\\s*$/.test(text) ? ' \\' : '';
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  const names = [...text.matchAll(PAIR)].map(([, name]) => `${name}=${MASK}`);
  const empty = text.replace(/\\\s*$/, '').trim() === '';
  return `${indent}${names.length > 0 || empty ? names.join(' ') : MASK}${goesOn}`;
}

/** Lines of one snippet: an ENV goes on over a backslash at the end of the line. */
function maskLines(lines: readonly unknown[]): readonly unknown[] {
  let inInstruction = false;
  return lines.map((line) => {
    const { Content, ...rest } = maskReport(line) as Record<string, unknown>;
    const text = typeof Content === 'string' ? Content : '';
    const begins = INSTRUCTION.test(text);
    const shown = inInstruction && !begins ? namesOnly(text) : maskLine(text);
    inInstruction = (begins || inInstruction) && /\\\s*$/.test(text);
    return { ...rest, Content: shown };
  });
}

/** A secret is told by rule, file and line; its surroundings may hold half of another one. */
function maskSecret(secret: unknown): unknown {
  if (typeof secret !== 'object' || secret === null || !('RuleID' in secret)) return secret;
  const { Match: _match, Code: _code, ...rest } = secret as Record<string, unknown>;
  return maskReport(rest);
}

function maskImageConfig(config: unknown): unknown {
  const { architecture, os, variant, created, config: inner } = Object(config);
  const { User, ExposedPorts, WorkingDir, Env, StopSignal } = Object(inner);
  const names = Array.isArray(Env) ? Env.map((pair) => `${String(pair).split('=')[0]}=${MASK}`) : undefined;
  const shown = { User, ExposedPorts, WorkingDir, StopSignal, Env: names };
  return { architecture, os, variant, created, config: shown };
}

/** Of the image's history only what copies files is kept: RUN repeats the values of build arguments. */
function maskHistory(text: string): string {
  return /^(COPY|ADD)\b/.test(text) ? text : `${text.split(/\s/)[0]} ${MASK}`;
}
