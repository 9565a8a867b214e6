import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Parsing a long PDF and killing child processes take seconds on two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
