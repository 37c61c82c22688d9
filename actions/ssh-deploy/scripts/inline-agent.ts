// Writes src/agent/agent-text.ts from agent.sh: the bundle is one file, so the agent travels in it as text.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src/agent');
const text = readFileSync(join(folder, 'agent.sh'), 'utf8');
const head =
  '/** The text of agent.sh; written by scripts/inline-agent.ts, checked by a test. */\n// biome-ignore format: one string\n';
writeFileSync(join(folder, 'agent-text.ts'), `${head}export const agentText = ${JSON.stringify(text)};\n`);
