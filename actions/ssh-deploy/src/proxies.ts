import type { ArchiveFile } from '@suite/ssh';
import { caddyProblems } from './caddy-config.ts';
import { carryServers, haproxyProblems, serverPort } from './haproxy-config.ts';
import type { ProxyPlan } from './manifest.ts';
import type { Step } from './step.ts';
import { caddyDrainStep, caddyReload, caddySwitchStep, formatCaddyLibrary } from './steps/caddy.ts';
import { waitStep } from './steps/finish.ts';
import {
  formatHaproxyLibrary,
  haproxyDrainStep,
  haproxyPersistStep,
  haproxyReload,
  haproxySwitchStep,
} from './steps/haproxy.ts';
import { formatKamalLibrary, kamalSwitchStep } from './steps/kamal-proxy.ts';
import { formatNginxLibrary, nginxDrainStep, nginxSwitchStep } from './steps/nginx.ts';
import { commandSwitchStep, formatCommandLibrary } from './steps/proxy-command.ts';
import { formatTraefikLibrary, traefikSwitchStep } from './steps/traefik.ts';

/** What the action knows of one kind of proxy. */
export interface Proxy {
  /** How its service is found in the compose file: it mounts the folder, it is of this image, or it is not looked for. */
  readonly found: 'mount' | 'image' | 'not';
  /** The file of its folder that must be there and says how it is led. */
  readonly file?: string;
  /** It leads to one container, not to several. */
  readonly single: boolean;
  /** What is missing in its files for a deploy to switch it. */
  readonly problems?: (text: string) => readonly string[];
  /** The port of the container that its file names. */
  readonly port?: (text: string) => number | undefined;
  /** The file of the checkout with what the host's own says of now; undefined: the host's stays. */
  readonly carry?: (checkout: string, live: string) => string | undefined;
  readonly library: (plan: ProxyPlan) => string;
  /** Shell that makes a running one read changed files. */
  readonly reload?: string;
  /** Seconds that old containers may take to answer, where the switch waits for them. */
  readonly switchStep: (drain: number) => Step;
  /** After commit; seconds that old containers may take to answer. */
  readonly afterSteps: (drain: number) => readonly Step[];
}

export const proxies: Readonly<Record<ProxyPlan['kind'], Proxy>> = {
  haproxy: {
    found: 'mount',
    file: 'haproxy.cfg',
    single: true,
    problems: haproxyProblems,
    port: serverPort,
    carry: carryServers,
    library: formatHaproxyLibrary,
    reload: haproxyReload(),
    switchStep: haproxySwitchStep,
    afterSteps: (drain) => [haproxyPersistStep(), haproxyDrainStep(drain)],
  },
  nginx: {
    found: 'mount',
    file: 'upstream.servers',
    single: false,
    carry: () => undefined,
    library: formatNginxLibrary,
    switchStep: nginxSwitchStep,
    afterSteps: (drain) => [nginxDrainStep(drain)],
  },
  caddy: {
    found: 'mount',
    file: 'Caddyfile',
    single: true,
    problems: caddyProblems,
    library: formatCaddyLibrary,
    reload: caddyReload(),
    switchStep: caddySwitchStep,
    afterSteps: (drain) => [caddyDrainStep(drain)],
  },
  traefik: {
    found: 'mount',
    single: false,
    library: formatTraefikLibrary,
    switchStep: traefikSwitchStep,
    afterSteps: (drain) => [waitStep(drain)],
  },
  'kamal-proxy': {
    found: 'image',
    single: false,
    library: formatKamalLibrary,
    switchStep: kamalSwitchStep,
    afterSteps: () => [],
  },
  command: {
    found: 'not',
    single: false,
    library: formatCommandLibrary,
    switchStep: commandSwitchStep,
    afterSteps: (drain) => [waitStep(drain)],
  },
};

/** A file of the checkout as it must lie on the host, whose own knows where the traffic goes now; undefined: that stays. */
export function carryFile(
  plan: ProxyPlan | undefined,
  { path, content }: ArchiveFile,
  live: string | undefined,
): Uint8Array | undefined {
  const { carry, file } = plan ? proxies[plan.kind] : {};
  if (!carry || live === undefined || path !== `${plan?.folder}/${file}`) return content;
  const text = carry(Buffer.from(content).toString(), live);
  return text === undefined ? undefined : Buffer.from(text);
}
