import { expect, test } from "vitest";
import { inWords } from "./reach.ts";

test.each([
  ["SASL PLAIN authentication failed: Authentication failed: Invalid username or password", "wrong"],
  ["Connection error: self-signed certificate in certificate chain", "KAFKA_SSL_CA"],
  ["Closed connection", "KAFKA_SSL"],
  ["Connection error: connect ECONNREFUSED 127.0.0.1:1", "nobody listens there"],
  ["Connection error: getaddrinfo ENOTFOUND nowhere", "no machine of that name"],
])("%s is said in words that help", (message, words) => {
  expect(inWords(new Error(message))).toContain(words);
});

test("what is not known is passed on as it is", () => {
  expect(inWords(new Error("The moon is in the way"))).toBe("The moon is in the way");
});
