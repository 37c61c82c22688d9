import { ActionError } from '@suite/core';
import { isTransient } from './build-failure.ts';

/** What the engine said while it pushed one tag: the digest in the registry, or what went wrong. */
export type PushAnswer = { readonly digest: string } | { readonly problem: string };

/**
 * Reads the engine's stream of JSON lines. Errors come in the stream behind HTTP 200; one store tells the digest in
 * `aux`, the other only in the last status.
 */
export function readPushStream(text: string): PushAnswer {
  let digest: string | undefined;
  for (const line of text.split('\n')) {
    const event = parseLine(line);
    const problem = event.errorDetail?.message ?? event.error;
    if (problem) return { problem };
    const said = /^[\w.-]+: digest: (sha256:[0-9a-f]{64}) size: \d+/.exec(event.status ?? '')?.[1];
    digest = event.aux?.Digest ?? said ?? digest;
  }
  return digest === undefined ? { problem: 'the engine ended the push without a digest (unexpected EOF)' } : { digest };
}

interface PushEvent {
  readonly status?: string;
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string };
  readonly aux?: { readonly Digest?: string };
}

function parseLine(line: string): PushEvent {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === 'object' && event !== null ? event : {};
  } catch {
    return {};
  }
}

/** Makes an error of what the engine said about a push. */
export function pushError(ref: string, problem: string): ActionError {
  const retryable = isTransient(problem);
  const hint = retryable
    ? 'the registry or the way to it has trouble: run the job again later, or raise retries'
    : /denied|unauthorized|forbidden|40[13]\b|credentials|authorization/i.test(problem)
      ? accessHint(ref)
      : 'check that the repository exists and that image names it rightly';
  return new ActionError(`${ref} was not pushed: ${problem}`, { code: 'E_PUSH', retryable, hint });
}

/** What to change where a registry lets nobody in. */
export function accessHint(ref: string): string {
  return ref.startsWith('ghcr.io/')
    ? 'the token needs packages: write, and the package must give this repository write access'
    : 'check username and password, and that this account may push to the repository';
}
