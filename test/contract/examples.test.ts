import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readActionFile, repository } from '@suite/testing';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readText } from './sources.ts';

interface Step {
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
  readonly run?: string;
}

interface Job {
  readonly steps?: readonly Step[];
  readonly permissions?: unknown;
  readonly environment?: unknown;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress'?: boolean };
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly 'timeout-minutes'?: number;
}

const files = readdirSync(join(repository, 'workflows-examples')).filter((name) => name.endsWith('.yml'));

it('there are examples', () => expect(files).toContain('deploy-vps-compose.yml'));

describe.each(files)('%s', (file) => {
  const text = readText(`workflows-examples/${file}`);
  const workflow = parse(text) as { permissions: unknown; jobs: Record<string, Job> };
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);

  it('begins with a header: what it shows, variables, secrets, how to run it, what to change', () => {
    for (const part of ['# What it shows', '# Variables', '# Secrets', '# Run it locally', '# What to change']) {
      expect(text).toContain(part);
    }
    expect(text.startsWith('# ')).toBe(true);
  });

  it('grants nothing on top and gives each permission a reason', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) expect(job.permissions, name).toBeDefined();
    for (const grant of text.match(/^ {6}[a-z-]+: (read|write).*$/gm) ?? []) expect(grant).toMatch(/# .+/);
  });

  it('limits the time of each job', () => {
    for (const [name, job] of jobs) expect(Number.isInteger(job['timeout-minutes']), name).toBe(true);
  });

  it('pins what others publish by SHA with the version beside it', () => {
    for (const { uses = '' } of steps.filter((step) => step.uses && !step.uses.startsWith('org/actions/'))) {
      expect(uses).toMatch(/@[0-9a-f]{40}$/);
    }
    for (const use of text.match(/uses: \S+@[0-9a-f]{40}.*$/gm) ?? []) expect(use).toMatch(/ # v\d+\.\d+\.\d+$/);
  });

  it('uses our actions with inputs that they have', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('org/actions/'))) {
      const name = /^org\/actions\/([\w-]+)@v1$/.exec(step.uses ?? '')?.[1] ?? '';
      const inputs = Object.keys(readActionFile(`actions/${name}`).inputs);
      for (const input of Object.keys(step.with ?? {})) expect(inputs, `${name} ${input}`).toContain(input);
    }
  });

  it('checks out without leaving a credential', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  it('puts no expression into a shell line', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('changes production in one job, in its environment, one at a time, never cancelled', () => {
    for (const [name, job] of jobs) {
      const names = (job.steps ?? []).map(({ uses = '' }) => uses.split('/').at(-1)?.split('@')[0]);
      if (!names.includes('ssh-deploy')) continue;
      expect(job.environment, name).toBeDefined();
      expect(job.concurrency, name).toMatchObject({ group: `deploy-${job.environment}`, 'cancel-in-progress': false });
      expect(job.if, name).toMatch(/github\.ref/);
      const order = ['ssh-deploy', 'health-gate', 'smoke-test'].map((action) => names.indexOf(action));
      expect(order, name).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('hands images on by digest', () => {
    for (const step of steps.filter(({ uses }) => uses?.includes('/ssh-deploy@'))) {
      expect(String(step.with?.['images'])).toMatch(/outputs\.(ref|images)/);
    }
  });

  it('judges in notify by the results of the jobs before it', () => {
    const notify = workflow.jobs['notify'];
    if (notify) expect([notify.if, text]).toEqual(['always()', expect.stringContaining('needs.deploy.result')]);
  });
});
