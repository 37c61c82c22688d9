import { expect, test } from 'vitest';
import { proveProxy } from './ssh-deploy-proxy-proof.ts';

// A caddy that the action knows nothing of: the command makes the file of the new container the newest one. That file comes
// first: were all of them old for a moment, caddy would lead to whichever it finds, also to a container long gone.
const command = `echo "$UNDO $RELEASE: $OLD_CONTAINERS $OLD_ADDRESSES -> $NEW_CONTAINERS $NEW_ADDRESSES" >>shared/orders
mkdir -p shared/caddy/live
live="shared/caddy/live/$NEW_CONTAINERS"
touch "$live"
for file in shared/caddy/live/*; do
  [ "$file" = "$live" ] || touch -t 200001010000 "$file"
done`;

const world = proveProxy({
  name: 'order',
  port: 8505,
  inputs: {
    'compose-files': 'compose.caddy.yaml',
    files: 'proxy/caddy -> shared/caddy',
    proxy: 'command',
    'proxy-switch-command': command,
  },
  switched: /✓ switch: run proxy-switch-command/,
});

test('the command was told names and addresses, and its undo the other way round', async () => {
  const { app, onHost } = world();
  const orders = (await onHost('a', `cat /opt/${app}/shared/orders`)).replaceAll(`${app}-`, '');
  const at = '10\\.211\\.\\d+\\.\\d+:8080';
  expect(orders.split('\n').slice(0, 4)).toEqual([
    expect.stringMatching(new RegExp(`^false r1:   -> web-1 ${at}$`)),
    expect.stringMatching(new RegExp(`^false r2: web-1 ${at} -> web-2 ${at}$`)),
    expect.stringMatching(new RegExp(`^false r3: web-2 ${at} -> web-3 ${at}$`)),
    expect.stringMatching(new RegExp(`^true r3: web-3 .* -> web-2 ${at}$`)),
  ]);
});

test('a command that fails is told with its words, and the old release serves', async () => {
  const failing = '[ "$UNDO" = true ] || { echo "the balancer is away" >&2; exit 7; }';
  const inputs = { 'compose-files': 'compose.caddy.yaml', files: 'proxy/caddy -> shared/caddy', proxy: 'command' };
  const pinned = await world().onHost('a', `cat /opt/${world().app}/releases/r2/compose.images.yaml`);
  const ref = /image: "(.*)"/.exec(pinned)?.[1];
  const release = { release: 'r9', images: `web=${ref}\nworker=${ref}`, 'drain-timeout': '1s' };
  const result = await world()
    .step({ ...inputs, ...release, 'proxy-switch-command': failing })
    .main();
  expect(result.errors[0]).toMatch(
    /^E_PROXY: .*, switch: proxy-switch-command ended with exit code 7\nE_ROLLED_BACK: rolled back in .* on r1/,
  );
  expect(result.errors[0]).toContain('the balancer is away');
});
