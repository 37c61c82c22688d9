import { downAlone } from './down.ts';
import { printLogs } from './logs.ts';
import { printStatus } from './status.ts';
import { up } from './up.ts';

async function main(command: string, part?: string): Promise<void> {
  const start = performance.now();
  switch (command) {
    case 'up':
      await up();
      break;
    case 'down':
      await downAlone();
      break;
    case 'status':
      return printStatus();
    case 'logs':
      return printLogs(part);
    default:
      throw new Error('Usage: pnpm lab up | down | status | logs [part]');
  }
  console.log(`lab ${command}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

await main(process.argv[2] ?? 'status', process.argv[3]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
