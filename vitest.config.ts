import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['test/property-runs.ts'],
          include: [
            '{contracts,grid-models,main,preload,renderer,simulator,tools}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/{reference,faults,fuzz}/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // A real browser beside a simulated market on two cores: a moment that has passed is waited for once more.
          retry: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
