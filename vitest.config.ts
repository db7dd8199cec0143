import { configDefaults, defineConfig } from "vitest/config";

const exclude = [...configDefaults.exclude, "site/dist/**"];

export default defineConfig({
  test: {
    // Long enough for a loaded machine: no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, "**/*.kafka.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "kafka",
          include: ["**/*.kafka.test.ts"],
          exclude,
          globalSetup: ["playground-server/testing/broker.ts"],
          fileParallelism: false,
        },
      },
    ],
  },
});
