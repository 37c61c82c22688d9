import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type InputDeclaration, InputError, inputReader } from '@suite/core';
import { readActionFile, repository } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { actionNames, readText } from './sources.ts';

it('six actions stand', () => {
  expect(actionNames).toEqual([
    'backup-to-s3',
    'docker-build-push',
    'health-gate',
    'smoke-test',
    'ssh-deploy',
    'trivy-scan',
  ]);
});

describe.each(actionNames)('%s', (name) => {
  const action = readActionFile(`actions/${name}`);

  it('runs on Node 24 from one bundle', () => {
    expect(action.runs.using).toBe('node24');
    expect(action.runs.main).toBe('index.js');
    expect([undefined, 'post.js']).toContain(action.runs.post);
  });

  it('has exactly the inputs that its code asks for, with the same defaults', async () => {
    const declared = await declaredInputs(name);
    const specs = Object.entries(action.inputs);
    expect([...declared.keys()].sort()).toEqual(specs.map(([input]) => input).sort());
    for (const [input, spec] of specs) {
      const { fallback, required } = declared.get(input) ?? {};
      if (!String(spec.default ?? '').includes('${{')) {
        expect(`${input}=${fallback ?? ''}`).toBe(`${input}=${String(spec.default ?? '').trim()}`);
      }
      if (required) expect(`${input} required ${spec.required}`).toBe(`${input} required true`);
    }
  });

  it('describes each input and output in a sentence, and names it in kebab-case', () => {
    for (const [input, { description }] of [...Object.entries(action.inputs), ...Object.entries(action.outputs)]) {
      expect(input).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(description.trim().length, input).toBeGreaterThan(10);
      // The runner evaluates expressions even in descriptions, and then refuses the whole file.
      expect(description, input).not.toContain('${{');
    }
  });

  it('takes dry-run and summary, gives result and duration-ms', () => {
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(['dry-run', 'summary']));
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(['result', 'duration-ms']));
  });

  it('documents every code that it can fail with', () => {
    const page = readText('docs/errors.md');
    const codes = new Set(allText(`actions/${name}/src`).match(/\b[EWN]_[A-Z][A-Z_]+\b/g));
    const missing = [...codes].filter((code) => !code.endsWith('_') && !page.includes(`\`${code}\``));
    expect(missing).toEqual([]);
  });

  it('is published with its contract and its README', () => {
    for (const file of ['action.yml', 'README.md']) {
      expect(readText(`dist/${name}/${file}`)).toBe(readText(`actions/${name}/${file}`));
    }
    expect(existsSync(join(repository, 'dist', name, 'index.js'))).toBe(true);
  });
});

/** What an action's readInputs asks for when it is given nothing, and when it is given each choice of a mode. */
async function declaredInputs(name: string): Promise<ReadonlyMap<string, InputDeclaration>> {
  const declared = new Map<string, InputDeclaration>();
  const { readInputs } = await import(join(repository, 'actions', name, 'src', 'inputs.ts'));
  const reader = inputReader({
    inputs: new Map(),
    env: {},
    onDeclare: (declaration) => declared.set(declaration.name, declaration),
  });
  try {
    await readInputs(reader);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return declared;
}

function allText(folder: string): string {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readText(join(folder, file)))
    .join('\n');
}
