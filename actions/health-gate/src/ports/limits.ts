/** The limits of one probe. Times in milliseconds. */
export interface ProbeLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly ca: string | undefined;
  /** The one address to probe, where not any will do. */
  readonly address?: string;
}
