import { configDefaults, defineConfig } from "vitest/config";

const exclude = [...configDefaults.exclude, "site/dist/**"];
/** Tests that grade hundreds of answers: minutes, which daily work does not wait for. */
const grading = ["scripts/exercise/**/*.test.ts", "exercises/least-counterexample.test.ts"];

export default defineConfig({
  test: {
    // Long enough for a loaded machine: no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // KafkaJS counts a timer below zero; harmless, and in the way of reading what the tests say.
    execArgv: ["--disable-warning=TimeoutNegativeWarning"],
    // Packs, and exercises of another commit, lie outside the project: Node loads their code as it does for the server.
    server: { deps: { external: [/\/offset-zero-(pack|ref)-/] } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, ...grading, "**/*.kafka.test.ts", "**/*.hostile.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "grading", testTimeout: 240_000, include: grading, exclude },
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
      {
        extends: true,
        test: {
          name: "hostile",
          testTimeout: 240_000,
          include: ["**/*.hostile.test.ts"],
          exclude,
          globalSetup: ["playground-server/testing/broker.ts"],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["e2e/**/*.e2e.ts"],
          exclude,
          globalSetup: ["e2e/house.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
