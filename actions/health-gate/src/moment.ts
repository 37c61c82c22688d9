/** pass · warn (degraded but allowed) · fail (the application spoke) · error (nobody spoke). */
export type SampleClass = 'pass' | 'warn' | 'fail' | 'error';

/** Why a sample failed, where that changes how it is judged. */
export type Cause =
  | 'wrong-version'
  | 'starting'
  | 'waiting'
  | 'auth-refused'
  | 'container-exited'
  | 'fail-condition'
  | 'unhealthy'
  | 'degraded'
  | 'status'
  | 'too-slow'
  | 'redirect'
  | 'no-component'
  | 'no-tool'
  | 'no-container'
  | 'no-engine'
  | 'refused'
  | 'network';

/** One moment of the timeline: what is kept of every round. `atMs` since the gate began, when the last check was back. */
export interface Moment {
  readonly atMs: number;
  readonly class: SampleClass;
  readonly cause?: Cause;
  readonly message: string;
  readonly latencyMs: number;
  /** True where at least one server took a connection. */
  readonly reached: boolean;
  /** Nothing that failed is the application's: the gate's own settings do not fit, or a part is only degraded. */
  readonly blameless?: boolean | undefined;
}

/** Whether a moment lets the gate go on. */
export function isGood(moment: Pick<Moment, 'class'>): boolean {
  return moment.class === 'pass' || moment.class === 'warn';
}
