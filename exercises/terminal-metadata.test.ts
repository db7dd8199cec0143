import { expect, test } from "vitest";
import { exerciseMetadata } from "./metadata.ts";

const withTerminal = (terminal: object) =>
  exerciseMetadata.safeParse({ title: "Carts", starter: { check: "level" }, terminal });

test("an exercise says which tools its terminal offers, and its ready commands", () => {
  const { data } = withTerminal({
    tools: ["kcat", "jq"],
    commands: ["kcat -C -t course.carts -e | jq .type"],
  });
  expect(data?.terminal?.tools).toEqual(["kcat", "jq"]);
  expect(withTerminal({ commands: ["psql -c '\\dt'"] }).data?.terminal?.tools).toBeUndefined();
});

test.each([
  ["a tool that there is not", { tools: ["bash"] }, "tools"],
  ["no tool at all", { tools: [] }, "Name at least one tool"],
  [
    "a command whose tool is not offered",
    { tools: ["kcat"], commands: ["psql -c 'SELECT 1'"] },
    "psql is not",
  ],
  ["a command with a flag that there is not", { commands: ["kcat --no-such-flag"] }, "no-such-flag"],
])("%s is refused when the exercise is read", (_, terminal, words) => {
  const { error } = withTerminal(terminal);
  const told = error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  expect(told).toContain(words);
});
