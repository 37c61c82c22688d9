import { smokeSchema } from './smoke-schema.ts';

/** Files that the build writes beside the bundle, by name. */
export const published: Readonly<Record<string, string>> = {
  'smoke.schema.json': `${JSON.stringify(smokeSchema(), null, 2)}\n`,
};
