import { testPattern } from '@suite/core';
import { Ajv, type ErrorObject, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Patterns of a schema meet what a server answers, so they are ended like any other. */
const regExp = Object.assign(
  (pattern: string, flags: string) => {
    const expression = new RegExp(pattern, flags);
    // Ajv tells patterns apart by their text.
    return { test: (text: string) => testPattern(expression, text), toString: () => String(expression) };
  },
  { code: 'new RegExp' },
);
const OPTIONS: Options = { strict: false, allErrors: true, logger: false, validateFormats: true, code: { regExp } };
const LISTED = 5;

/** Compiles a JSON Schema of draft 7, 2019-09 or 2020-12 (where it names none). @throws Error where it is none. */
export function compileSchema(schema: unknown): (value: unknown) => readonly string[] {
  if ((typeof schema !== 'object' || schema === null) && typeof schema !== 'boolean') {
    throw new RangeError('a schema is an object');
  }
  const dialect = typeof schema === 'object' && '$schema' in schema ? String(schema.$schema) : '2020-12';
  const ajv = newAjv(dialect);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : sentences(validate.errors ?? []));
}

/** A validator of the dialect that a `$schema` names. */
export function newAjv(dialect: string): Ajv {
  const ajv = dialect.includes('2020-12')
    ? new Ajv2020(OPTIONS)
    : dialect.includes('2019-09')
      ? new Ajv2019(OPTIONS)
      : new Ajv(OPTIONS);
  addFormats.default(ajv as Ajv);
  return ajv as Ajv;
}

/** `/items/0/id must be integer`, at most five of them. */
export function sentences(errors: readonly ErrorObject[]): readonly string[] {
  const all = errors.map(({ instancePath, message, params }) => {
    const more = Object.values(params).filter((value) => typeof value === 'string' && !message?.includes(value));
    return `${instancePath || 'the body'} ${message}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
  });
  return all.length > LISTED ? [...all.slice(0, LISTED), `and ${all.length - LISTED} more`] : all;
}
