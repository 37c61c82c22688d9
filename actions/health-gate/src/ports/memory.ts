/**
 * A function that keeps a long bake small. V8's optimizing compilers take 10 to 25 MB on threads of their own, for a
 * program that waits most of its time. And V8 collects garbage by the size of its heap, which stays at 8 MB here, while
 * the buffers of closed sockets outside of it grow the process to over 100 MB.
 */
export function garbageCollector(): () => void {
  let collect: (() => void) | undefined;
  return () => {
    collect ??= exposed();
    collect();
  };
}

function exposed(): () => void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of ['--no-maglev', '--no-turbofan', '--expose-gc']) setFlagsFromString(flag);
  return process.getBuiltinModule('node:vm').runInNewContext('gc');
}
