import { shellJoin, shellQuote } from '@suite/ssh';
import type { HostCheck } from './check.ts';

/** How much of a log a `logs` check looks at: a deny line of last week is no reason to refuse a deploy of today. */
const LOG_WINDOW = '--since 300s --tail 2000';
/** Lines that a failure quotes. */
const QUOTED_LINES = 30;
const FORMAT = '{"name":{{json .Name}},"state":{{json .State}},"restarts":{{json .RestartCount}}}';

/** The POSIX sh script that a check runs on its host, or on the runner. `timeoutMs` ends a command there. */
export function formatScript(check: HostCheck, timeoutMs: number): string {
  switch (check.kind) {
    case 'docker':
      return `docker inspect --type container --format ${shellQuote(FORMAT)} -- ${shellQuote(check.container)}\n`;
    case 'compose':
      return `${containersOf(check)}[ -z "$ids" ] || docker inspect --type container --format ${shellQuote(FORMAT)} $ids\n`;
    case 'command':
      return formatCommandScript(check.argv, timeoutMs);
    case 'logs':
      return `exec docker logs ${LOG_WINDOW} -- ${shellQuote(check.container)} 2>&1\n`;
    case 'disk':
      return `export LC_ALL=C\ndf -Pk -- ${shellQuote(check.path)} || exit\ndf -Pi -- ${shellQuote(check.path)} 2>/dev/null || :\n`;
    case 'memory':
      return 'cat /proc/meminfo\n';
  }
}

/** The script that quotes the log of what failed, or undefined where a check has none. */
export function formatLogScript(check: HostCheck): string | undefined {
  if (check.kind === 'docker' || check.kind === 'logs') return quoteScript(check.container);
  if (check.kind !== 'compose') return undefined;
  return `${containersOf(check)}for id in $ids; do docker logs --tail ${QUOTED_LINES} "$id" 2>&1; done\n`;
}

/** The script of one line of the input `logs`: one word is a container, several are a command. */
export function quoteScript(line: string): string {
  if (/\s/.test(line)) return `{ ${line}\n} 2>&1 | tail -n ${QUOTED_LINES}\n`;
  return `exec docker logs --tail ${QUOTED_LINES} -- ${shellQuote(line)} 2>&1\n`;
}

function containersOf({ project, service }: Extract<HostCheck, { kind: 'compose' }>): string {
  const labels = [`project=${project}`, `service=${service}`, 'oneoff=False'];
  const filters = labels.map((label) => `--filter ${shellQuote(`label=com.docker.compose.${label}`)}`);
  return `ids=$(docker ps -aq ${filters.join(' ')}) || exit\n`;
}

/** Killing ssh does not kill what it started, so the command's end is kept on the host itself where that is possible. */
function formatCommandScript(argv: readonly string[], timeoutMs: number): string {
  const command = shellJoin(argv);
  const seconds = Math.max(1, Math.ceil(timeoutMs / 1_000));
  return `command -v timeout >/dev/null 2>&1 && exec timeout ${seconds} ${command}\nexec ${command}\n`;
}
