import { ActionError, CancelledError, retry, toActionError } from '@suite/core';
import { isTransient } from './build-failure.ts';
import type { Workshop } from './build-image.ts';
import { checkLogin, pushTag, readImage, tagImage } from './engine.ts';
import { accessHint, pushError } from './push-stream.ts';
import type { JudgedImage, Refusal } from './results.ts';

/** Asks the registry whether the login is good, before any work is done for it. */
export async function logIn({ engine, inputs, ports, plan }: Workshop): Promise<Refusal | undefined> {
  const { credentials } = inputs;
  if (!plan.push || credentials === undefined) return undefined;
  const first = plan.images[0]?.repository ?? credentials.registry;
  return attempt('login', ports.signal, () =>
    retrying({ ports, inputs }, `login to ${credentials.registry}`, async () => {
      const problem = await checkLogin(engine, credentials);
      if (problem === undefined) return;
      const message = `${credentials.registry} refused the login of ${credentials.username}: ${problem}`;
      throw new ActionError(message, { code: 'E_LOGIN', retryable: isTransient(problem), hint: accessHint(first) });
    }),
  );
}

/** Gives an image its public names in the engine, and pushes each where the plan says so. */
export async function publish(
  image: JudgedImage,
  shop: Workshop,
): Promise<{ readonly image: JudgedImage; readonly failure?: Refusal | undefined }> {
  const { engine, plan, ports } = shop;
  let done = image;
  const failure = await attempt('push', ports.signal, async () => {
    for (const ref of image.planned.refs) {
      await tagImage(engine, plan.facts.engine.api, { id: image.id, ref });
      if (!plan.push) continue;
      const digest = await pushRef(ref, image, shop);
      done = { ...done, digest, pushed: [...done.pushed, ref] };
    }
  });
  return { image: done, failure };
}

async function pushRef(ref: string, image: JudgedImage, shop: Workshop): Promise<string> {
  const { engine, plan, ports } = shop;
  const { api, store } = plan.facts.engine;
  const digest = await retrying(shop, ref, async () => {
    const answer = await pushTag(engine, api, { ref, auth: image.planned.auth, signal: ports.signal });
    if ('problem' in answer) throw pushError(ref, answer.problem);
    return answer.digest;
  });
  const known = store === 'containerd' ? [image.id] : (await readImage(engine, api, image.id)).digests;
  if (known.some((name) => name.endsWith(digest))) {
    ports.log.info(`pushed ${ref} as ${digest}`);
    return digest;
  }
  const message = `${ref} now holds ${digest}, which is not the image that was checked (${image.id})`;
  const hint = 'another job on this engine tagged the same name meanwhile: give the jobs a common concurrency group';
  throw new ActionError(message, { code: 'E_PUSH', hint });
}

function retrying<T>(
  { ports, inputs }: Pick<Workshop, 'ports' | 'inputs'>,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  let tries = 0;
  const onRetry = (error: unknown, number: number, waitMs: number): void => {
    tries = number;
    ports.log.warning(
      `${what}: try ${number + 1} of ${inputs.retries + 1} in ${waitMs} ms: ${toActionError(error).message}`,
    );
  };
  const options = { retries: inputs.retries, signal: ports.signal, onRetry };
  return retry(work, options, ports).catch((thrown) => {
    const error = toActionError(thrown);
    if (tries === 0) throw error;
    throw new ActionError(`${error.message} (${tries + 1} tries)`, error.details);
  });
}

/** A registry that says no is a result: outputs and summary are still written. */
async function attempt(rule: string, signal: AbortSignal, work: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (thrown) {
    if (signal.aborted) throw new CancelledError();
    const error = toActionError(thrown);
    if (error.code !== 'E_PUSH' && error.code !== 'E_LOGIN') throw error;
    return { rule, error };
  }
}
