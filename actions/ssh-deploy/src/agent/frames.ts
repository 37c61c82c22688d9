/** `soft` steps may be stopped when the deploy is given up; `firm` ones are left to end. */
export type StepKind = 'soft' | 'firm';

/** A frame of the agent's protocol, docs/agent.md. Limits are in ticks of about a second, 0 is none. */
export type Frame =
  | { readonly frame: 'put'; readonly name: string; readonly content: Uint8Array }
  | { readonly frame: 'step'; readonly id: string; readonly limit: number; readonly kind: StepKind }
  | { readonly frame: 'after'; readonly id: string; readonly limit: number }
  | { readonly frame: 'commit' | 'abort' | 'hb' };

const CHUNK_BYTES = 64 * 1024;
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * The bytes of a frame; a large payload becomes several `put` of 64 KiB, which the agent appends to each other.
 * @throws RangeError for a name that the agent would refuse.
 */
export function encodeFrame(frame: Frame): Uint8Array {
  switch (frame.frame) {
    case 'put':
      return encodePut(frame.name, frame.content);
    case 'step':
      return line(`step ${checkName(frame.id)} ${frame.limit} ${frame.kind}`);
    case 'after':
      return line(`after ${checkName(frame.id)} ${frame.limit}`);
    default:
      return line(frame.frame);
  }
}

function encodePut(name: string, content: Uint8Array): Uint8Array {
  checkName(name);
  const parts: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < content.length; at += CHUNK_BYTES) {
    const chunk = content.subarray(at, at + CHUNK_BYTES);
    parts.push(line(`put ${name} ${chunk.length}`), chunk);
  }
  return Buffer.concat(parts);
}

function checkName(name: string): string {
  if (NAME.test(name)) return name;
  throw new RangeError(`"${name}" cannot be the name of a step or payload`);
}

function line(text: string): Uint8Array {
  return Buffer.from(`${text}\n`);
}
