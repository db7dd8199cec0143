import { expect, test } from "vitest";
import { aclCommands } from "./needed-acls.ts";

test("the commands name the user, the brokers and the prefix, and quote what a shell would read otherwise", () => {
  const lines = aclCommands("team o'neil", "oz-", ["one:9092", "two:9092"]);
  const commands = lines.filter((line) => !line.startsWith("#"));
  expect(commands).toHaveLength(6);
  for (const command of commands) {
    expect(command).toMatch(
      /^kafka-acls --bootstrap-server one:9092,two:9092 --command-config admin\.properties --add /,
    );
    expect(command).toContain("--allow-principal 'User:team o'\\''neil' ");
  }
  expect(commands[0]).toMatch(
    /--operation Read --operation Write --operation Create --operation DescribeConfigs --topic oz-course\. --resource-pattern-type prefixed$/,
  );
  expect(commands.at(-1)).toMatch(/--operation Describe --cluster$/);
});
