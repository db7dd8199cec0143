import { afterEach, expect, test, vi } from "vitest";
import { argumentsOf } from "./parse-arguments.ts";
import { runSubcommand, type Subcommand } from "./run-subcommand.ts";
import { UsageError } from "./usage-error.ts";

afterEach(() => vi.restoreAllMocks());

const subcommands: Subcommand[] = [
  {
    name: "check",
    usage: "check [slug …]",
    says: "Checks.",
    load: async () => ({
      run: async (args) => {
        const { positionals } = argumentsOf(args, {}, "check [slug …]", "lesson");
        if (positionals.includes("cqrss")) throw new UsageError("There is no lesson cqrss.");
        return 1;
      },
    }),
  },
];

/** What `npm run lesson -- …` prints, and its exit code. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line) => said.push(line));
  vi.spyOn(console, "error").mockImplementation((line) => said.push(line));
  const code = await runSubcommand("lesson", subcommands, args);
  return { code, said: said.join("\n") };
}

test.each([
  [[], 0, "npm run lesson -- <subcommand> …\n\n  check [slug …]\n      Checks."],
  [["check", "--help"], 0, "npm run lesson -- check [slug …]\n\nChecks."],
  [["check", "cqrs"], 1, ""],
  [["chek"], 2, "Did you mean check? npm run lesson shows what each of them does."],
  [["check", "cqrss"], 2, "There is no lesson cqrss."],
  [["check", "--all"], 2, '"--all" is not understood. Type: npm run lesson -- check [slug …]'],
])("npm run lesson -- %j ends with %i", async (args, code, says) => {
  const ran = await run(...args);
  expect(ran.code).toBe(code);
  expect(ran.said).toContain(says);
});
