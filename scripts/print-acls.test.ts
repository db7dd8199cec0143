import { expect, test } from "vitest";
import { describeAcls } from "./print-acls.ts";

test("the ACLs are those of the configured user, brokers and prefix", () => {
  const text = describeAcls({
    KAFKA_BROKERS: "one:9092, two:9092",
    KAFKA_SASL_USERNAME: "course",
    KAFKA_TOPIC_PREFIX: "oz-",
  });
  const commands = text.split("\n").filter((line) => !line.startsWith("#"));
  for (const command of commands) {
    expect(command).toMatch(
      /^kafka-acls --bootstrap-server one:9092,two:9092 .* --allow-principal User:course /,
    );
  }
  expect(text).toContain("--topic oz-offset-zero.topic-use");
});

test.each([
  [{}, "Without KAFKA_BROKERS"],
  [{ KAFKA_BROKERS: "one:9092" }, "KAFKA_SASL_USERNAME is not set"],
])("without a cluster or a user it is said what to set: %o", (env, sentence) => {
  expect(() => describeAcls(env)).toThrow(sentence);
});
