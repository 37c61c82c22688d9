import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts', 'actions/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
          testTimeout: 15_000,
          // One process for all: starting one for each of a hundred files takes longer than their tests.
          pool: 'threads',
          isolate: false,
          setupFiles: ['test/unit-setup.ts'],
        },
      },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'lab',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/flagship*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file has an application, a port and a bucket of its own, and mostly waits.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'alone',
          // These stop and fill whole hosts, or deploy what production is called.
          include: ['test/lab/**/*.test.ts', 'test/e2e/flagship*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
