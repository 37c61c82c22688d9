import { type Context, createContext, Script } from 'node:vm';
import { ActionError } from './errors.ts';

const LIMIT_MS = 1_000;
let script: Script | undefined;
let room: Context | undefined;

/**
 * Whether a pattern of the user matches a text of a server. A pattern such as `^(a+)+$` can take longer than the
 * universe is old, which no deadline would end: the engine of expressions is only stopped from outside, as here.
 * @throws ActionError E_PATTERN where it takes more than a second.
 */
export function testPattern(pattern: RegExp, text: string, limitMs = LIMIT_MS): boolean {
  script ??= new Script('pattern.test(text)');
  room ??= createContext({});
  Object.assign(room, { pattern, text });
  try {
    return Boolean(script.runInContext(room, { timeout: limitMs }));
  } catch (error) {
    // Not `instanceof Error`: it may come from the context, which has an Error of its own.
    if ((error as { readonly code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new ActionError(
      `the pattern ${pattern.source} took more than ${limitMs} ms on a text of ${text.length} characters`,
      {
        code: 'E_PATTERN',
        hint: 'write it without a repetition inside a repetition: a+ instead of (a+)+',
      },
    );
  } finally {
    Object.assign(room, { text: '' });
  }
}
