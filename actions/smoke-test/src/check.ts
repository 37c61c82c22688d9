import type { Matcher } from './matcher.ts';
import type { Subject } from './subject.ts';

/** Where something was written. Without a file it is a line of an input, `checks` where it names none; line 0 is all of it. */
export interface Place {
  readonly file?: string;
  readonly input?: string;
  readonly line: number;
  readonly column?: number;
}

/** One assertion. `text` is how a failure names it. */
export interface Expectation {
  readonly subject: Subject;
  readonly matcher: Matcher;
  readonly text: string;
  readonly place: Place;
}

/** A value taken from an answer for later checks of the same file. */
export interface Capture {
  readonly name: string;
  readonly from: Subject;
  readonly secret: boolean;
  readonly place: Place;
}

/** What a request carries. Texts may hold `{{name}}`. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly fields: ReadonlyMap<string, string> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'multipart'; readonly parts: ReadonlyMap<string, Part> }
  | { readonly kind: 'file'; readonly path: string };

/** One field of a multipart body: a text, or a file of the checkout. */
export type Part = { readonly text: string } | { readonly path: string; readonly type: string | undefined };

/** A variable or capture that must match, or the check does not run. */
export interface Condition {
  readonly name: string;
  readonly matcher: Matcher;
  readonly text: string;
}

export const RETRY_CAUSES = ['network', '5xx', '429', 'any'] as const;
export type RetryCause = (typeof RETRY_CAUSES)[number];

/** Extra tries of one check. Written at the check it holds for any method, else only for idempotent ones. */
export interface RetryRule {
  readonly retries: number;
  readonly on: readonly RetryCause[];
  readonly delayMs: number;
  readonly backoff: number;
}

/** Everything about one request and what is expected of it. What is undefined is decided by the inputs. */
export interface Check {
  readonly name: string;
  readonly tags: readonly string[];
  readonly method: string;
  /** A path behind the base URL, or a whole URL. */
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Body | undefined;
  /** Redirects to follow; 0: they are answers like others. */
  readonly follow: number;
  readonly requestTimeoutMs: number | undefined;
  readonly retry: Partial<RetryRule> | undefined;
  readonly repeat: number | undefined;
  readonly expect: readonly Expectation[];
  readonly capture: readonly Capture[];
  readonly when: readonly Condition[];
  readonly place: Place;
}

/** Where checks come from: one file, or the `checks` input. Captures and variables are known inside one source only. */
export interface CheckSource {
  readonly file: string | undefined;
  readonly baseUrl: string | undefined;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly checks: readonly Check[];
  /** The one address to ask at, where `addresses` names some. */
  readonly address?: string;
}

/** A check's name where it is asked at one of several addresses. */
export function atAddress(name: string, address: string): string {
  return `${name} @ ${address}`;
}

/** `smoke/app.smoke.yml:12`, or `checks line 3`. */
export function formatPlace({ file, input = 'checks', line }: Place): string {
  if (line === 0) return input;
  return file === undefined ? `${input} line ${line}` : `${file}:${line}`;
}

/** Methods that may be sent twice without harm. */
export const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
