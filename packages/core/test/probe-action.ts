// A tiny action for run.test.ts, which starts it as the runner would.
import { ActionError, GateError, runAction } from '../src/index.ts';

await runAction({
  name: 'probe',
  readInputs: (read) => ({ ...read.common(), word: read.requiredText('word'), token: read.secret('token') }),
  observe: async () => ({}),
  plan: ({ word, token }) => ({ word, token }),
  formatPlan: ({ word }) => `plan: say ${word}`,
  execute: async ({ word, token }, ports) => {
    ports.log.info(word);
    ports.log.untrusted(word);
    ports.log.info(`did: ${word}`);
    if (word === 'crash') throw new TypeError(`crashed with ${token?.reveal()}`);
    if (word === 'wait') {
      await ports.clock.sleep(10_000, ports.signal);
      throw new Error('cut off');
    }
    return word;
  },
  report: ({ word }) => ({
    outputs: { result: word === 'refuse' ? 'refused' : 'done' },
    summary: `said ${word}`,
    failure:
      word === 'refuse'
        ? new GateError('the gate said no', { hint: 'ask for something else', file: 'Dockerfile', line: 3 })
        : undefined,
  }),
  ...(process.env['RESULT_ON_ERROR'] ? { resultOnError: process.env['RESULT_ON_ERROR'] } : {}),
  cleanUp: async (ports) => {
    if (ports.state.read('post') === 'broken') throw new ActionError('nobody answered', { code: 'E_COMMAND' });
    if (ports.state.read('post') !== 'fatal') return undefined;
    throw new ActionError('host a is between releases', { code: 'E_ROLLBACK_FAILED', failsPost: true });
  },
});
