import { type Checkout, contentOf } from './content.ts';
import type { Login } from './facts-modes.ts';
import type { Question } from './host-facts.ts';
import { registryOf } from './images.ts';
import type { Inputs } from './inputs.ts';
import { isPlain } from './inputs-how.ts';
import { proxies } from './proxies.ts';
import { selectServices } from './selection.ts';

/** What every host is asked. @throws InputError where the checkout does not hold what the inputs name. */
export function questionOf(inputs: Inputs, checkout: Checkout | undefined): Question {
  const { root, what, proxy, proxyConfig } = inputs;
  const file = proxy === 'none' ? undefined : proxies[proxy].file;
  return {
    root,
    app: what.app,
    release: what.mode === 'rollback' ? what.to : what.release,
    shared: checkout?.sharedFiles.map(({ path }) => path) ?? [],
    proxyFile: file === undefined ? undefined : `${proxyConfig}/${file}`,
    mode: what.mode,
    images: checkout && imagesOf(inputs, checkout),
    login: loginOf(inputs),
  };
}

/** Images of the release, and of services that stand in the compose file without a variable. */
function imagesOf(inputs: Inputs, checkout: Checkout): readonly string[] {
  // Proxy and strategy have no say in which images there are.
  const strategy = isPlain(inputs.strategy) ? inputs.strategy : 'rolling';
  const { images } = contentOf({ ...inputs, proxy: 'none', strategy }, checkout, '');
  const written = selectServices(inputs, checkout.services)
    .filter(({ name }) => !(name in images))
    .flatMap(({ image }) => (image === undefined || image.includes('$') ? [] : [image]));
  return [...new Set([...Object.values(images), ...written])];
}

function loginOf({ registry, what }: Inputs): Login | undefined {
  const [image] = what.images;
  const host = registry?.host ?? (image && registryOf(image.ref));
  if (registry === undefined || host === undefined) return undefined;
  return { host, username: registry.username, password: registry.password.reveal() };
}
