import { expect, test } from 'vitest';
import { shells } from '../../actions/ssh-deploy/test/agent-driver.ts';
import { aborted, committed, endings, expected } from '../../actions/ssh-deploy/test/agent-journals.ts';

test.each(shells())('under $name every line prefix of a journal ends old or new', async (shell) => {
  expect(await endings(shell, committed)).toEqual(expected.committed);
  expect(await endings(shell, aborted)).toEqual(expected.aborted);
});
