import { expect, test } from 'vitest';
import { type AgentRun, afterFrames, newFolder, put, shells, startAgent, stepFrames } from './agent-driver.ts';

const [shell] = shells();

/** Everything that an agent printed, byte for byte but for times and process ids. */
function transcript(agent: AgentRun): Promise<string> {
  let text = '';
  agent.child.stdout.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  const stable = (): string =>
    text
      .replace(/"pid":\d+/, '"pid":PID')
      .replace(/"now":\d+/, '"now":TIME')
      .replace(/"s":\d+/g, '"s":S')
      .replace(/\b\d{10}\b/g, 'TIME')
      .replace(/TIME (\S+) \d+ run/, 'TIME $1 PID run');
  return agent.exit.then(stable);
}

function start(folder: string, tx: string, lease = 30): { readonly agent: AgentRun; readonly said: Promise<string> } {
  if (shell === undefined) throw new Error('no shell');
  const agent = startAgent({ folder, shell, tx, lease });
  return { agent, said: transcript(agent) };
}

test('every line that the agent says', async () => {
  const folder = newFolder();
  const good = start(folder, 'r1');
  good.agent.send(...stepFrames({ id: 'one', run: 'echo hello' }));
  await good.agent.waitFor(({ e }) => e === 'ok');
  const other = start(folder, 'r9');
  expect((await other.said).replace(/"out":\d+/, '"out":N')).toBe(
    '{"e":"locked","now":TIME,"out":N}\nTIME r1 PID run/1:ann\nTIME ok one 0',
  );
  good.agent.send(...afterFrames('record', 'exit 3'), { frame: 'commit' });
  expect(await good.said).toBe(`{"e":"ready","tx":"r1","pid":PID,"last":""}
{"e":"start","id":"one"}
{"e":"ok","id":"one","rc":0,"s":S,"out":6}
hello
{"e":"committed"}
{"e":"after","id":"record","rc":3,"out":0}
{"e":"end","tx":"r1","result":"committed","why":"commit"}
`);

  const bad = start(folder, 'r2');
  const undo = '[ -e ../../mended ] || { printf no; exit 7; }';
  bad.agent.send(...stepFrames({ id: 'long', run: ':', undo }), ...stepFrames({ id: 'gate', run: 'exit 4' }));
  bad.agent.send(...stepFrames({ id: 'never', run: ':' }));
  await bad.agent.waitFor((event) => event.e === 'refused' && event.id === 'never');
  bad.agent.send({ frame: 'commit' }, { frame: 'abort' });
  expect(await bad.said).toBe(`{"e":"ready","tx":"r2","pid":PID,"last":"TIME r1 committed commit"}
{"e":"start","id":"long"}
{"e":"ok","id":"long","rc":0,"s":S,"out":0}
{"e":"start","id":"gate"}
{"e":"fail","id":"gate","rc":4,"s":S,"out":0}
{"e":"refused","id":"never"}
{"e":"refused","id":"commit"}
{"e":"aborting","why":"abort"}
{"e":"undone","id":"gate","rc":0,"out":0}
{"e":"stuck","id":"long","rc":7,"out":2}
no`);

  const next = start(folder, 'r3');
  expect(await next.said).toBe('{"e":"recover","tx":"r2","mode":"undo"}\n{"e":"stuck","id":"long","rc":7,"out":2}\nno');
});

test('a step that is cut', async () => {
  const { agent, said } = start(newFolder(), 'r1');
  agent.send(...stepFrames({ id: 'pull', run: 'sleep 60', kind: 'soft' }));
  await agent.waitFor(({ e }) => e === 'start');
  agent.send({ frame: 'abort' });
  expect(await said).toBe(`{"e":"ready","tx":"r1","pid":PID,"last":""}
{"e":"start","id":"pull"}
{"e":"aborting","why":"abort"}
{"e":"cut","id":"pull","rc":143,"out":0}
{"e":"undone","id":"pull","rc":0,"out":0}
{"e":"end","tx":"r1","result":"aborted","why":"abort"}
`);
});

test('a full disk: a step whose words may be lost, and a payload that does not fit', async () => {
  const { agent, said } = start(newFolder(), 'r1');
  // What cannot be written to is as good as full.
  agent.send(...stepFrames({ id: 'unpack', run: 'mkdir ../room archive; echo no; exit 3' }));
  await agent.waitFor(({ e }) => e === 'fail');
  agent.send(put('archive', 'bytes'));
  expect(await said).toBe(`{"e":"ready","tx":"r1","pid":PID,"last":""}
{"e":"start","id":"unpack"}
{"e":"fail","id":"unpack","rc":3,"s":S,"full":1,"out":3}
no
{"e":"aborting","why":"full"}
{"e":"undone","id":"unpack","rc":0,"out":0}
{"e":"end","tx":"r1","result":"aborted","why":"full"}
`);
});

test.each([
  ['lease', 12],
  ['eof', 30],
] as const)('a client that goes, by %s', async (why, lease) => {
  const { agent, said } = start(newFolder(), 'r1', lease);
  agent.send(...stepFrames({ id: 'one', run: ':' }));
  await agent.waitFor(({ e }) => e === 'ok');
  if (why === 'eof') agent.child.stdin.end();
  expect(await said).toBe(`{"e":"ready","tx":"r1","pid":PID,"last":""}
{"e":"start","id":"one"}
{"e":"ok","id":"one","rc":0,"s":S,"out":0}
{"e":"aborting","why":"${why}"}
{"e":"undone","id":"one","rc":0,"out":0}
{"e":"end","tx":"r1","result":"aborted","why":"${why}"}
`);
});
