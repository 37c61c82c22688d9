import { ActionError } from '@suite/core';
import type { Ajv } from 'ajv';
import type { AnswerBody } from './answer.ts';
import { asJsonSchemas, type OpenApi, type Operation, resolveRef } from './openapi-document.ts';
import { newAjv, sentences } from './schema.ts';

/** What is judged of an answer. */
export interface Described {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: Pick<AnswerBody, 'json' | 'problem'>;
  readonly method: string;
}

/** Sentences of what an answer breaks of its operation: documented status, content type, schema of the body. */
export type OperationJudge = (path: string, answer: Described) => readonly string[];

/** Prepares a document for judging. @throws Error where a schema of it cannot be read. */
export function judgeByOpenApi(document: OpenApi): OperationJudge {
  const ajv = newAjv(document.openapi.startsWith('3.1') ? '2020-12' : 'draft-07');
  ajv.addSchema(asJsonSchemas(document) as object, 'openapi', false, false);
  return (path, answer) => {
    try {
      return judge(document, ajv, { path, answer });
    } catch (error) {
      if (error instanceof ActionError) throw error;
      const why = error instanceof Error ? error.message : error;
      return [`the document cannot be read at ${answer.method} ${path}: ${why}`];
    }
  };
}

function judge(
  document: OpenApi,
  ajv: Ajv,
  { path, answer }: { readonly path: string; readonly answer: Described },
): readonly string[] {
  const method = answer.method.toLowerCase();
  const operation = document.paths?.[path]?.[method] as Operation | undefined;
  if (operation === undefined) return [`the document has no ${answer.method} ${path}`];
  const responses = operation.responses ?? {};
  const key = [`${answer.status}`, `${`${answer.status}`[0]}XX`, 'default'].find((one) => one in responses);
  if (key === undefined || answer.status >= 400) {
    return [
      `${answer.status} is not ${key === undefined ? 'documented' : 'a good answer'}; there are ${Object.keys(responses).join(', ') || 'none'}`,
    ];
  }
  const { content } = (resolveRef(responses[key], document) ?? {}) as {
    content?: Record<string, { schema?: unknown }>;
  };
  if (content === undefined || Object.keys(content).length === 0 || answer.method === 'HEAD') return [];
  const type = Object.keys(content).find((one) => accepts(one, answer.contentType));
  if (type === undefined) {
    return [
      `the content type ${answer.contentType ?? '(none)'} is not documented; there is ${Object.keys(content).join(', ')}`,
    ];
  }
  if (content[type]?.schema === undefined || !/json/.test(type)) return [];
  const { json, problem } = answer.body;
  if (json === undefined) return [problem ?? 'the body is no JSON'];
  const ref = pointerOf(document, { path, method, key, type });
  const validate = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref });
  return validate(json.value) ? [] : sentences(validate.errors ?? []);
}

/** Whether a documented media type, perhaps a range, is that of an answer. */
function accepts(documented: string, given: string | undefined): boolean {
  const plain = (text: string): string => (text.split(';', 1)[0] ?? '').trim().toLowerCase();
  const [want, have] = [plain(documented), plain(given ?? '')];
  return want === have || want === '*/*' || (want.endsWith('/*') && have.startsWith(want.slice(0, -1)));
}

interface Spot {
  readonly path: string;
  readonly method: string;
  readonly key: string;
  readonly type: string;
}

/** A response may be a reference itself: then its schema is found where that leads. */
function pointerOf(document: OpenApi, { path, method, key, type }: Spot): string {
  const response = (document.paths?.[path]?.[method] as Operation | undefined)?.responses?.[key];
  const steps = ['content', type, 'schema'].map(escapeStep).join('/');
  const ref =
    typeof response === 'object' && response !== null && '$ref' in response ? String(response.$ref) : undefined;
  if (ref !== undefined) return `openapi${ref}/${steps}`;
  return `openapi#/paths/${[path, method, 'responses', key].map(escapeStep).join('/')}/${steps}`;
}

function escapeStep(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}
