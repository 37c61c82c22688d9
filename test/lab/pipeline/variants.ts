/** A release of the sample application: files to write and lines to replace in the copy of test/lab/app. */
export interface Variant {
  readonly name: string;
  readonly write?: Readonly<Record<string, string | Buffer>>;
  readonly replace?: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
}

/** Bakes a switch of the application into its image: `ARG FAIL_HEALTH=` becomes `ARG FAIL_HEALTH=1`. */
function withSwitch(name: string, values: Readonly<Record<string, string>>): Variant {
  const lines = Object.entries(values).map(([key, value]) => [`ARG ${key}=\n`, `ARG ${key}=${value}\n`] as const);
  return { name, replace: { Dockerfile: lines } };
}

function withFile(name: string, path: string, content: string | Buffer): Variant {
  return {
    name,
    write: { [path]: content },
    replace: {
      '.dockerignore': [['!app\n', `!app\n!${path}\n`]],
      Dockerfile: [['COPY app /usr/local/bin/app\n', `COPY app /usr/local/bin/app\nCOPY ${path} /srv/${path}\n`]],
    },
  };
}

/** A good release; each has a page of its own, so that its image differs from the others'. */
export function goodRelease(name: string): Variant {
  return { ...withFile(name, 'release.txt', `${name}\n`), name };
}

/** A good release that has no manners: told to stop, it is gone at once, whatever it was answering. */
export function killedBySigterm(name: string): Variant {
  const good = goodRelease(name);
  const abrupt = `CMD ["sh", "-c", "trap 'kill -9 $!; exit' TERM; app serve & wait"]`;
  const lines = [...(good.replace?.['Dockerfile'] ?? []), ['CMD ["app", "serve"]', abrupt] as const];
  return { ...good, replace: { ...good.replace, Dockerfile: lines } };
}

export const unhealthy = withSwitch('unhealthy', { FAIL_HEALTH: '1' });
export const smokeBroken = withSwitch('smoke-broken', { SMOKE_BROKEN: '1' });
export const heavy = withFile('heavy', 'ballast', Buffer.alloc(250_000_000));

/** A private key that nobody ever used, in the shape that scanners look for; put together here so that no file has it. */
export const leakedKey = withFile(
  'leaked-key',
  'deploy.env',
  `AWS_ACCESS_KEY_ID=${['AKIA', 'QWERTYUIOPASDFGH'].join('')}\nAWS_SECRET_ACCESS_KEY=${'q1W2e3R4t5'.repeat(4)}\n`,
);

export const vulnerable = withFile(
  'vulnerable',
  'node_modules/lodash/package.json',
  JSON.stringify({ name: 'lodash', version: '4.17.20' }),
);
