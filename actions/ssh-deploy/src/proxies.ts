import { caddyProblems } from './caddy-config.ts';
import { carryServers, haproxyProblems, serverPort } from './haproxy-config.ts';
import type { ProxyPlan } from './manifest.ts';
import type { Step } from './step.ts';
import { caddyDrainStep, caddyReload, caddySwitchStep, formatCaddyLibrary } from './steps/caddy.ts';
import {
  formatHaproxyLibrary,
  haproxyDrainStep,
  haproxyPersistStep,
  haproxyReload,
  haproxySwitchStep,
} from './steps/haproxy.ts';
import { formatNginxLibrary, nginxDrainStep, nginxSwitchStep } from './steps/nginx.ts';

/** What the action knows of one kind of proxy. */
export interface Proxy {
  /** The file of its folder that says how it is led. */
  readonly file: string;
  /** It leads to one container, not to several. */
  readonly single: boolean;
  /** What is missing in its files for a deploy to switch it. */
  readonly problems: (text: string) => readonly string[];
  /** The port of the container that its file names. */
  readonly port?: (text: string) => number | undefined;
  /** The file of the checkout with what the host's own says of now; undefined: the host's stays. */
  readonly carry: (checkout: string, live: string) => string | undefined;
  readonly library: (plan: ProxyPlan) => string;
  /** Shell that makes a running one read changed files. */
  readonly reload: string;
  readonly switchStep: Step;
  /** After commit; seconds that old containers may take to answer. */
  readonly afterSteps: (drain: number) => readonly Step[];
}

export const proxies: Readonly<Record<ProxyPlan['kind'], Proxy>> = {
  haproxy: {
    file: 'haproxy.cfg',
    single: true,
    problems: haproxyProblems,
    port: serverPort,
    carry: carryServers,
    library: formatHaproxyLibrary,
    reload: haproxyReload(),
    switchStep: haproxySwitchStep(),
    afterSteps: (drain) => [haproxyPersistStep(), haproxyDrainStep(drain)],
  },
  nginx: {
    file: 'upstream.servers',
    single: false,
    problems: () => [],
    carry: () => undefined,
    library: formatNginxLibrary,
    reload: '',
    switchStep: nginxSwitchStep(),
    afterSteps: (drain) => [nginxDrainStep(drain)],
  },
  caddy: {
    file: 'Caddyfile',
    single: true,
    problems: caddyProblems,
    carry: (checkout) => checkout,
    library: formatCaddyLibrary,
    reload: caddyReload(),
    switchStep: caddySwitchStep(),
    afterSteps: (drain) => [caddyDrainStep(drain)],
  },
};
