import type { Reading } from './check.ts';
import type { Health } from './components.ts';
import { type ComponentRule, judgeComponent, missingComponents } from './rules.ts';
import type { CheckSample } from './sample.ts';
import { isWorse, type Level, worst } from './words.ts';

type Judged = Pick<CheckSample, 'class' | 'message' | 'failing'> & Partial<Pick<CheckSample, 'cause'>>;

/**
 * Judges what a health answer says: the worst component wins, and the top word counts where it is worse than all of
 * them. A top word that is no worse than a component is explained by it and judged with it.
 */
export function judgeHealth(health: Health, rules: readonly ComponentRule[], reading: Reading): Judged {
  const { top, components } = health;
  if (reading.componentsPath !== 'auto' && components.length === 0) {
    const message = `nothing stands at components-path ${reading.componentsPath}`;
    return { class: 'fail', cause: 'unhealthy', message, failing: [] };
  }
  const missing = missingComponents(rules, components);
  if (missing.length > 0) {
    const there =
      components
        .map(({ name }) => name)
        .slice(0, 20)
        .join(', ') || 'none at all';
    const message = `the answer has no component ${missing.join(', ')}; it has ${there}`;
    const named = rules.filter(({ name }) => !missing.includes(name));
    const rest = judgeHealth(health, named, reading);
    if (rest.class !== 'fail') return { class: 'fail', cause: 'no-component', message, failing: missing };
    const both = `${rest.message}; ${message}`;
    return { class: 'fail', cause: 'unhealthy', message: both, failing: [...rest.failing, ...missing] };
  }
  const ownWord = top !== undefined && isWorse(top.level, worst(components.map(({ level }) => level)));
  const judged = [...components, ...(ownWord ? [top] : [])].map((component) =>
    judgeComponent(component, component === top ? [] : rules, reading),
  );
  const failed = judged.filter(({ verdict }) => verdict === 'fail').map(({ component }) => component);
  const warned = judged.filter(({ verdict }) => verdict === 'warn').map(({ component }) => component);
  const says = (list: typeof failed): string => list.map(({ name, word }) => `${name} ${word}`).join(', ');
  if (failed.length > 0) {
    const all = (wanted: Level): boolean => failed.every(({ level }) => level === wanted);
    const cause = all('starting') ? 'starting' : all('degraded') ? 'degraded' : 'unhealthy';
    return { class: 'fail', cause, message: says(failed), failing: failed.map(({ name }) => name) };
  }
  if (warned.length > 0) return { class: 'warn', message: says(warned), failing: [] };
  return { class: 'pass', message: top?.word ?? '', failing: [] };
}
