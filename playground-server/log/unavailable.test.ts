import { expect, test } from "vitest";
import { Refusal } from "../errors.ts";
import { unavailable, within } from "./unavailable.ts";

test.each([
  [
    "Not authorized to access topics: [Topic authorization failed]",
    "log-refused",
    /does not let this server use/,
  ],
  ["SASL PLAIN authentication failed: Invalid username or password", "log-refused", /user name and password/],
  ["self-signed certificate in certificate chain", "log-refused", /authority this server does not know/],
  ["Closed connection", "log-unavailable", /closed the connection/],
  ["connect ECONNREFUSED 127.0.0.1:9092", "log-unavailable", /No Kafka broker answers/],
])("«%s» becomes a sentence", (said, code, sentence) => {
  const refusal = unavailable(
    new Error("The client failed.", { cause: new AggregateError([new Error(said)], "many") }),
  );
  expect(refusal.code).toBe(code);
  expect(refusal.message).toMatch(sentence);
  expect(refusal.message).not.toContain("ECONNREFUSED");
});

test("a refusal stays what it is", () => {
  const refusal = new Refusal("topic-unknown");
  expect(unavailable(refusal)).toBe(refusal);
});

test("what takes too long is unavailable", async () => {
  await expect(within(10, new Promise(() => {}))).rejects.toMatchObject({ code: "log-unavailable" });
  await expect(within(1_000, Promise.resolve(1))).resolves.toBe(1);
});
