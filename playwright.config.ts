// Playwright drives the built app in a real Electron: `*.spec.ts` in tests/e2e and tests/security.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts', 'reliability/**/*.spec.ts'],
  outputDir: '.build/playwright',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Away from a developer's desk a file that fails is run once more: what passes then is counted and named as flaky, a
  // fault to be mended, and does not hold back what has nothing to do with it.
  retries: process.env.CI ? 1 : 0,
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
});
