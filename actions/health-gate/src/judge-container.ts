import type { HostCheck } from './check.ts';
import { type Container, type ContainerVerdict, judgeContainer } from './container.ts';
import type { CheckSample } from './sample.ts';

type Judged = Pick<CheckSample, 'class' | 'message'> & Partial<Pick<CheckSample, 'cause' | 'notes' | 'evidence'>>;
type ContainerCheck = Extract<HostCheck, { kind: 'docker' | 'compose' }>;

/** Judges the containers of a check: the worst of them counts, and `container-exited` only where none of them runs. */
export function judgeContainers(check: ContainerCheck, containers: readonly Container[]): Judged {
  const what =
    check.kind === 'docker' ? `container ${check.container}` : `service ${check.service} of ${check.project}`;
  if (containers.length === 0) return { class: 'fail', cause: 'no-container', message: `${what} has no container` };
  const verdicts = containers.map((container) => [container, judgeContainer(container)] as const);
  const bad = verdicts.filter(([, { word }]) => word !== 'well');
  const count = containers.length;
  const evidence = containers.flatMap(({ name, healthLog }) =>
    healthLog.map((line) => `${name} health check: ${line}`),
  );
  if (bad.length > 0) {
    const says = bad.map(([{ name }, verdict]) => (count === 1 ? verdict.says : `${name} ${verdict.says}`)).join('; ');
    const message = count === 1 ? says : `${count - bad.length} of ${count} are well, ${says}`;
    return {
      class: 'fail',
      cause: causeOf(
        bad.map(([, verdict]) => verdict),
        count,
      ),
      message,
      evidence,
    };
  }
  const blind = containers.some(({ health }) => health === undefined);
  const notes = blind ? [`${what} has no health check: running is all that is known of it`] : [];
  const first = verdicts[0]?.[1].says ?? '';
  return { class: 'pass', message: count === 1 ? first : `${count} containers are well`, notes, evidence };
}

function causeOf(bad: readonly ContainerVerdict[], count: number): NonNullable<Judged['cause']> {
  if (bad.length === count && bad.every(({ word }) => word === 'exited')) return 'container-exited';
  return bad.every(({ word }) => word === 'starting') ? 'starting' : 'unhealthy';
}
