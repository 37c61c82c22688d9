import type { Lab } from './state.ts';

/** The environment of a program that uses the lab: its engine, its authority, its tools; nothing else of ours. */
export function labEnv(lab: Lab, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: lab.path,
    HOME: process.env['HOME'],
    DOCKER_HOST: lab.dockerHost,
    DOCKER_CONFIG: lab.dockerConfig,
    SSL_CERT_FILE: lab.caBundle,
    NODE_EXTRA_CA_CERTS: lab.caFile,
    ...extra,
  };
}
