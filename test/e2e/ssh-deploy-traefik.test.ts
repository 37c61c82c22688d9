import { waitForTool } from '../lab/tools.ts';
import { proveProxy } from './ssh-deploy-proxy-proof.ts';

proveProxy({
  name: 'traefik',
  port: 8504,
  inputs: { 'compose-files': 'compose.traefik.yaml', files: 'proxy/traefik -> shared/traefik', proxy: 'traefik' },
  switched: /✓ switch: lead traefik/,
  image: {
    compose: 'compose.traefik.yaml',
    named: 'traefik:v3.6',
    make: async (world) => world.imageOf(await waitForTool('traefik'), ['EXPOSE 80', 'CMD ["traefik"]']),
  },
});
