/** A server line of the backend `app`: its slot, and which container it leads to. */
interface Slot {
  readonly name: string;
  readonly address: string;
  readonly disabled: boolean;
}

const SERVER = /^(\s*server\s+(s[12])\s+)([^\s:]+)(:\d+)(.*)$/;
const SECTION = /^(global|defaults|frontend|backend|listen|resolvers|peers|userlist|cache|program|mailers)\b\s*(\S*)/;

/**
 * The configuration of the checkout with the servers that the host's own file names at the moment: a deploy writes them
 * there, so a new configuration must not forget where the traffic goes.
 */
export function carryServers(checkout: string, live: string): string {
  const slots = new Map(readSlots(live).map((slot) => [slot.name, slot]));
  return mapBackend(checkout, (line) => {
    const [, before = '', name = '', , port = '', rest = ''] = SERVER.exec(line) ?? [];
    const slot = slots.get(name);
    if (slot === undefined) return line;
    const plain = rest.replace(/\s+disabled\b/, '');
    return `${before}${slot.address}${port}${plain}${slot.disabled ? ' disabled' : ''}`;
  });
}

/** The port that the servers of backend `app` listen on. */
export function serverPort(config: string): number | undefined {
  const ports: number[] = [];
  mapBackend(config, (line) => {
    const match = SERVER.exec(line);
    if (match) ports.push(Number(match[4]?.slice(1)));
    return line;
  });
  return ports[0];
}

/** What is missing for a deploy to switch it; empty where nothing is. */
export function haproxyProblems(config: string): readonly string[] {
  const names = readSlots(config).map(({ name }) => name);
  const slots = ['s1', 's2'].filter((name) => !names.includes(name)).map((name) => `backend app has no server ${name}`);
  const socket = /^\s*stats\s+socket\s+\S*run\/admin\.sock\b.*\blevel\s+admin\b/m.test(config);
  return socket ? slots : [...slots, 'global has no `stats socket …/run/admin.sock level admin`'];
}

function readSlots(config: string): readonly Slot[] {
  const slots: Slot[] = [];
  mapBackend(config, (line) => {
    const [, , name, address, , rest = ''] = SERVER.exec(line) ?? [];
    if (name && address) slots.push({ name, address, disabled: /\bdisabled\b/.test(rest) });
    return line;
  });
  return slots;
}

function mapBackend(config: string, change: (line: string) => string): string {
  let inside = false;
  return config
    .split('\n')
    .map((line) => {
      const section = SECTION.exec(line);
      if (section) inside = section[1] === 'backend' && section[2] === 'app';
      return inside ? change(line) : line;
    })
    .join('\n');
}
