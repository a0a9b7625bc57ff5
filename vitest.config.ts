// Vitest runs `*.test.ts(x)`; one project per folder of tests. Electron tests are `*.spec.ts` (playwright.config.ts).
import { defineConfig } from 'vitest/config';

const project = (name: string, extra: { testTimeout?: number; hookTimeout?: number } = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

export default defineConfig({
  test: {
    environment: 'node',
    // Processes, not threads: better-sqlite3 is loaded once a process and crash tests may take one down.
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    restoreMocks: true,
    projects: [
      project('core', { testTimeout: 60_000 }),
      project('contract'),
      project('main', { testTimeout: 60_000 }),
      project('renderer', { testTimeout: 30_000 }),
      project('reliability', { testTimeout: 300_000, hookTimeout: 60_000 }),
      project('tooling', { testTimeout: 120_000 }),
    ],
  },
});
