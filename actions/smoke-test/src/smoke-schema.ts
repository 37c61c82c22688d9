import { METHODS, RETRY_CAUSES } from './check.ts';
import { CHECK, DEFAULTS } from './smoke-check.ts';
import { FILE, USE } from './smoke-file.ts';
import { subjectPattern } from './subject.ts';

type Schema = Readonly<Record<string, unknown>>;

const SCALAR = { type: ['string', 'number', 'boolean'] };
const TEXTS = { type: 'object', additionalProperties: SCALAR };
const DURATION = {
  type: 'string',
  pattern: '^(\\d+(\\.\\d+)?(ms|s|m|h|d))+$',
  description: 'Number and unit, for example 500ms or 2s.',
};
const SUBJECT = { pattern: subjectPattern() };
const COUNT = { type: 'integer', minimum: 0, maximum: 20 };
const CAUSE = { enum: [...RETRY_CAUSES, 429] };
const EXPECT = { type: 'object', propertyNames: SUBJECT };
const PATH = {
  type: 'string',
  pattern: '^(/|https?://|\\{\\{)',
  description: 'A path behind base-url, or an address.',
};

/** What stands behind each key of a check and of defaults. */
const KEYS: Readonly<Record<string, Schema>> = {
  name: { type: 'string', description: 'How results and budgets name the check.' },
  ...Object.fromEntries(METHODS.map((method) => [method.toLowerCase(), PATH])),
  query: TEXTS,
  headers: { ...TEXTS, description: 'Headers of the request.' },
  auth: { oneOf: [closed({ basic: { type: 'string', description: 'name:password' } }), closed({ bearer: SCALAR })] },
  follow: {
    description: 'Whether to follow redirects, or how many.',
    anyOf: [{ type: 'boolean' }, { type: 'integer', minimum: 0, maximum: 50 }],
  },
  'request-timeout': DURATION,
  retry: {
    description: 'Extra tries; a pass after one is flaky.',
    anyOf: [
      COUNT,
      closed(
        { count: COUNT, on: oneOrMore(CAUSE), delay: DURATION, backoff: { type: 'number', minimum: 1, maximum: 10 } },
        [],
      ),
    ],
  },
  repeat: { type: 'integer', minimum: 1, maximum: 1000, description: 'Requests as samples for percentiles.' },
  tags: oneOrMore(SCALAR),
  json: { description: 'The body, sent as JSON.' },
  form: { ...TEXTS, description: 'The body, sent as a form.' },
  multipart: {
    type: 'object',
    description: 'The body, sent as multipart/form-data.',
    additionalProperties: { anyOf: [SCALAR, closed({ file: SCALAR, type: SCALAR }, ['file'])] },
  },
  'body-file': { ...SCALAR, description: 'Path of a file that is the body.' },
  expect: {
    description: 'Subject: a value to be equal to, or a matcher such as exists, <1s, contains x.',
    ...oneOrMore(EXPECT),
  },
  capture: {
    type: 'object',
    description: 'Values for later checks: name: subject.',
    propertyNames: { pattern: '^[\\w.-]+$' },
    additionalProperties: {
      anyOf: [
        { type: 'string', ...SUBJECT },
        closed({ from: { type: 'string', ...SUBJECT }, secret: { type: 'boolean' } }, ['from']),
      ],
    },
  },
  when: { type: 'object', description: 'Variables or captures that must match, or the check does not run.' },
};

/** The JSON Schema of `*.smoke.yml`, from the keys and subjects that the parser knows. */
export function smokeSchema(): Schema {
  const methods = METHODS.map((method) => ({ required: [method.toLowerCase()] }));
  const check = { ...closed(pick(CHECK.keys), []), oneOf: methods };
  const top: Readonly<Record<string, Schema>> = {
    'base-url': { type: 'string', pattern: '^https?://', description: 'What paths stand behind; the input wins.' },
    variables: { type: 'object', description: 'What {{name}} stands for; the input variables wins.' },
    defaults: {
      ...closed(pick(DEFAULTS.keys), []),
      description: 'What holds for every check that does not say otherwise.',
    },
    checks: { type: 'array', items: { anyOf: [check, closed(pick(USE.keys, { use: SCALAR }))] } },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Checks of smoke-test (*.smoke.yml)',
    ...closed(pick(FILE.keys, top), ['checks']),
  };
}

function pick(
  keys: readonly string[],
  from: Readonly<Record<string, Schema>> = KEYS,
): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    keys.map((key) => {
      const schema = from[key];
      if (schema === undefined) throw new Error(`the schema lacks the key ${key}`);
      return [key, schema];
    }),
  );
}

function closed(properties: Readonly<Record<string, Schema>>, required = Object.keys(properties)): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function oneOrMore(items: Schema): Schema {
  return { anyOf: [items, { type: 'array', items }] };
}
