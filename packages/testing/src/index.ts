export * from './action-file.ts';
export * from './fake-ports.ts';
export * from './leaks.ts';
export * from './runner.ts';
export * from './workflow-commands.ts';
