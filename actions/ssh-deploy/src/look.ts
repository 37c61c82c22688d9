import type { Report } from '@suite/core';

/** What a mode that only looks has to say; everything is known before anything could be done. */
export interface Look {
  readonly mode: 'check' | 'list';
  readonly text: string;
  readonly report: Report;
}
