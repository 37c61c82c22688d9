import type { StepKind } from './agent/frames.ts';

/** States of a deploy, as the summary shows them. */
export const states = [
  'upload',
  'backup',
  'pull',
  'before',
  'migrate',
  'verify',
  'start',
  'gate',
  'switch',
  'watch',
  'drain',
  'stop',
  'record',
  'after',
  'prune',
] as const;
export type State = (typeof states)[number];

/** Bytes that a step needs beside it, under a name of their own. They may be secret, so a plan never shows them. */
export interface Payload {
  readonly name: string;
  readonly content: Uint8Array;
}

/** One step on one host, as data: what is done, and how it is undone. Scripts hold for done, half done and not done. */
export interface Step {
  readonly id: string;
  readonly state: State;
  readonly title: string;
  readonly kind: StepKind;
  /** Seconds after which it is stopped; 0: never. */
  readonly limit: number;
  readonly run: string;
  readonly undo?: string;
  readonly payloads?: readonly Payload[];
}
