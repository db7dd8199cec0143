import { configDefaults, defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/test/longest-first.ts";

const exclude = [...configDefaults.exclude, "site/dist/**"];
/** Tests that grade hundreds of answers: minutes, which daily work does not wait for. */
const grading = ["scripts/exercise/**/*.test.ts", "exercises/least-counterexample.test.ts"];
/** Tests that start servers and sandbox processes and load them: no other file runs beside them. */
const processes = [
  "engine/sandbox/out-of-memory.test.ts",
  "playground-server/fuzzing/process-answers.test.ts",
  "playground-server/http/metrics.test.ts",
  "playground-server/http/runs.test.ts",
  "playground-server/http/timeouts.test.ts",
  "playground-server/main.test.ts",
  "playground-server/runs/burst.test.ts",
  "playground-server/runs/limits.test.ts",
  "playground-server/runs/line-coverage-passes.test.ts",
  "playground-server/runs/passing-without-solving.test.ts",
  "playground-server/runs/runner.test.ts",
  "playground-server/runs/trace-cache.test.ts",
  "playground-server/socket/limits.test.ts",
  "playground-server/socket/socket.test.ts",
  "playground-server/unread/unread.test.ts",
  "playground-server/work-under-way.test.ts",
  "scripts/stop.test.ts",
];
/**
 * Broker tests beside which no other file runs: they count the broker's groups, copy the cache of Java's archives
 * that ending brokers write to, or fill both cores by themselves.
 */
const kafkaAlone = [
  "playground-server/log/slice-reader.kafka.test.ts",
  "playground-server/runs/same-trace.kafka.test.ts",
  "scripts/chaos.kafka.test.ts",
  "scripts/soak.kafka.test.ts",
  "services/kafka/broker.kafka.test.ts",
];
/**
 * Journeys that kill the broker, that fill both cores by themselves, or that measure what moves after a tap: on a busy
 * machine the paint comes later than the half second for which the browser expects a change.
 */
const journeysAlone = [
  "e2e/broker-killed.e2e.ts",
  "e2e/endless-loop.e2e.ts",
  "e2e/exercise-preview.e2e.ts",
  "e2e/lesson-preview.e2e.ts",
  "e2e/same-trace.e2e.ts",
  "e2e/same-verdict.e2e.ts",
  "e2e/states-phone.e2e.ts",
];

// Projects with different numbers of workers run one after the other, each in a group of its own.
let groups = 0;
const oneByOne = () => ({ fileParallelism: false, sequence: { groupOrder: groups++ } });
const sideBySide = (maxWorkers: number | string) => ({
  maxWorkers,
  sequence: { groupOrder: groups++ },
});

export default defineConfig({
  test: {
    // Long enough for a loaded machine: no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As long as a browser's driver waits. The library's own second would be an asserted time.
    expect: { poll: { timeout: 30_000 } },
    // A test that passes only at a second try is a failure: there is no second try.
    retry: 0,
    sequence: { sequencer: LongestFirst },
    tags: [{ name: "full", description: "Tried by npm test -- --full only." }],
    // KafkaJS counts a timer below zero; harmless, and in the way of reading what the tests say.
    execArgv: ["--disable-warning=TimeoutNegativeWarning"],
    // Packs, and exercises of another commit, lie outside the project: Node loads their code as it does for the server.
    server: { deps: { external: [/\/offset-zero-(pack|ref)-/] } },
    projects: [
      {
        extends: true,
        test: {
          ...sideBySide("100%"),
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [
            ...exclude,
            ...grading,
            ...processes,
            "**/*.kafka.test.ts",
            "**/*.lab.test.ts",
            "**/*.hostile.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: { ...oneByOne(), name: "processes", include: processes, exclude },
      },
      {
        extends: true,
        test: { ...sideBySide("100%"), name: "grading", testTimeout: 240_000, include: grading, exclude },
      },
      {
        extends: true,
        test: {
          ...sideBySide(2),
          name: "kafka",
          testTimeout: 120_000,
          include: ["**/*.kafka.test.ts"],
          exclude: [...exclude, ...kafkaAlone],
          globalSetup: ["playground-server/testing/shared-broker.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...oneByOne(),
          name: "kafka-alone",
          include: kafkaAlone,
          exclude,
          globalSetup: ["playground-server/testing/shared-broker.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...sideBySide(2),
          name: "labs",
          testTimeout: 240_000,
          include: ["**/*.lab.test.ts"],
          exclude,
          globalSetup: ["playground-server/testing/shared-lab-server.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...oneByOne(),
          name: "hostile",
          testTimeout: 240_000,
          include: ["**/*.hostile.test.ts"],
          exclude,
          globalSetup: ["playground-server/testing/shared-broker.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...sideBySide(2),
          name: "journeys",
          include: ["e2e/**/*.e2e.ts"],
          exclude: [...exclude, ...journeysAlone],
          globalSetup: ["e2e/e2e-environment.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          ...oneByOne(),
          name: "journeys-alone",
          include: journeysAlone,
          exclude,
          globalSetup: ["e2e/e2e-environment.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
