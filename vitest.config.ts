import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Node gives everybody the one CommonJS copy of graphql; Vite would give our sources a second one, which refuses the first's schema.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    globalSetup: ['tests/support/build-dist.ts'],
    include: ['tests/**/*.test.ts'],
    // Files share what they load, the thesaurus and the gazetteers above all: that halves the time.
    isolate: false,
    maxWorkers: '100%',
    // Parsing a long PDF and killing child processes take seconds on two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
