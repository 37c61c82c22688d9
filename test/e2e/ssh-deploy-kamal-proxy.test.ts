import { waitForTool } from '../lab/tools.ts';
import { proveProxy } from './ssh-deploy-proxy-proof.ts';

// As the image of the project is made.
const image = [
  'RUN useradd -m kamal-proxy && install -d -o kamal-proxy -g kamal-proxy /home/kamal-proxy/.config/kamal-proxy',
  'EXPOSE 80 443',
  'USER kamal-proxy',
  'CMD ["kamal-proxy", "run"]',
];

proveProxy({
  name: 'kamal',
  port: 8503,
  inputs: {
    'compose-files': 'compose.kamal-proxy.yaml',
    files: 'proxy/kamal-proxy -> shared/kamal-proxy',
    proxy: 'kamal-proxy',
  },
  switched: /✓ switch: let kamal-proxy/,
  image: {
    compose: 'compose.kamal-proxy.yaml',
    named: 'basecamp/kamal-proxy:v0.9.2',
    make: async (world) => world.imageOf(await waitForTool('kamal-proxy'), image),
  },
});
