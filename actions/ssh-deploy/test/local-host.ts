import { realPorts } from '@suite/core';
import type { Connection } from '@suite/ssh';
import { fakePorts } from '@suite/testing';

/** The ports of this machine. */
export const local = realPorts({}, new AbortController().signal);

/** A connection whose other side is this machine: the real launch line and the real agent, without sshd. */
export function connectionTo(host: string): Connection {
  return {
    target: { user: 'me', host, port: 22 },
    start: (remote) => local.exec.start({ file: 'sh', args: ['-c', remote] }),
    run: (script) => local.exec.run({ file: 'sh', args: ['-s'], stdin: script }),
    explain: async (stderr) => new Error(stderr),
    close: async () => undefined,
  };
}

/** What a session is opened with, but for its folder. */
export const options = { tx: 't1', lease: 30, lockWait: 0, by: 'me', log: fakePorts().log, signal: fakePorts().signal };
