import { expect, test } from "vitest";
import { describeReachProblem } from "./reach-problem.ts";

test.each([
  ["SASL PLAIN authentication failed: Authentication failed: Invalid username or password", "wrong"],
  ["Connection error: self-signed certificate in certificate chain", "KAFKA_SSL_CA"],
  [
    "Hostname/IP does not match certificate's altnames: IP: 10.0.0.7 is not in the cert's list",
    "another name",
  ],
  ["Connection error: certificate has expired", "renew"],
  ["Closed connection", "closed the connection"],
  ["Connection error: connect ECONNREFUSED 127.0.0.1:1", "no server listens there"],
  ["Connection error: getaddrinfo ENOTFOUND nowhere", "no machine has that name"],
])("%s is said in words that help", (message, words) => {
  expect(describeReachProblem(new Error(message)).why).toContain(words);
});

test("what is not known is passed on as it is", () => {
  expect(describeReachProblem(new Error("The moon is in the way"))).toEqual({
    why: "The moon is in the way",
    setting: false,
  });
});
