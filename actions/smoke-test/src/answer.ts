import { excerpt, redact } from '@suite/core';
import { type ProbeRequest, type ProbeResult, type Redirects, readVersion, type VersionSource } from '@suite/http';

/** Everything that came of one request, its redirects included. */
export interface Answer {
  readonly request: ProbeRequest;
  readonly hops: readonly ProbeResult[];
  readonly stopped: Redirects['stopped'];
  /** The last of the hops: the answer that is looked at. */
  readonly last: ProbeResult;
  /** Milliseconds of all hops. */
  readonly totalMs: number;
  readonly body: AnswerBody;
  /** The version that it tells, if it does. */
  readonly version: string | undefined;
}

/** The body as text and, where it is JSON, as value; `problem` says why it is none. */
export interface AnswerBody {
  readonly text: string;
  /** Why not all of it could be read. */
  readonly unread: string | undefined;
  readonly json: { readonly value: unknown } | undefined;
  readonly problem: string | undefined;
}

/** Reads an answer once for all assertions. */
export function toAnswer(request: ProbeRequest, { hops, stopped }: Redirects, source: VersionSource): Answer {
  const last = hops.at(-1);
  if (last === undefined) throw new Error('a request has no result');
  const body = readBody(last);
  const headers = last.response?.headers ?? new Map();
  return {
    request,
    hops,
    stopped,
    last,
    totalMs: hops.reduce((sum, hop) => sum + hop.totalMs, 0),
    body,
    version: last.response ? readVersion({ headers, body: body.json?.value }, source) : undefined,
  };
}

/** The text of a long body is made only where something looks at it. */
function readBody({ response }: ProbeResult): AnswerBody {
  const { cut = false, undecoded } = response ?? {};
  const packed = undecoded && `the body cannot be unpacked, its content-encoding is ${undecoded}`;
  const unread = cut ? 'the body was cut at max-body' : packed;
  let made: string | undefined;
  const text = (): string => {
    made ??= undecoded === undefined ? (response?.body.toString('utf8') ?? '') : '';
    return made;
  };
  return {
    get text() {
      return text();
    },
    unread,
    ...(unread ? { json: undefined, problem: `${unread}, so its JSON cannot be read` } : readJson(text())),
  };
}

function readJson(text: string): Pick<AnswerBody, 'json' | 'problem'> {
  try {
    return { json: { value: JSON.parse(text) }, problem: undefined };
  } catch (error) {
    return { json: undefined, problem: jsonProblem(text, error) };
  }
}

function jsonProblem(text: string, error: unknown): string {
  if (text.trim() === '') return 'the body is empty';
  const html = htmlSentence(text);
  if (html) return html;
  const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return `the body is no JSON${at === undefined ? '' : `: it breaks at character ${at}`}`;
}

/** `the body looks like HTML: title 'Bad Gateway'`, or undefined where it does not. */
export function htmlSentence(text: string): string | undefined {
  if (!/^\s*(<!doctype html|<html|<head|<\?xml[^>]*>\s*<!doctype html)/i.test(text)) return undefined;
  // Secrets go before the text is cut, also where one holds the sign that it is cut at.
  const [title = ''] = redact(/<title[^>]*>([\s\S]{0,2000})/i.exec(text)?.[1] ?? '').split('<', 1);
  return `the body looks like HTML${title.trim() === '' ? '' : `: title '${excerpt(title.trim(), 200)}'`}`;
}
