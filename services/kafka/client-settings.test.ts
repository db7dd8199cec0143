import { expect, test } from "vitest";
import { brokersFrom, clientSettings } from "./client-settings.ts";

test("addresses may have spaces and a comma too many", () => {
  expect(brokersFrom({ KAFKA_BROKERS: " a:9092, b:9092 ," })).toEqual(["a:9092", "b:9092"]);
  expect(brokersFrom({})).toEqual([]);
});

test("nothing set means plain text without a password", () => {
  expect(clientSettings({ KAFKA_SSL: "false" })).toEqual({});
});

test("a user name alone means PLAIN over whatever KAFKA_SSL says", () => {
  expect(clientSettings({ KAFKA_SSL: "true", KAFKA_SASL_USERNAME: "u", KAFKA_SASL_PASSWORD: "p" })).toEqual({
    ssl: true,
    sasl: { mechanism: "plain", username: "u", password: "p" },
  });
});

test("a certificate can be given as text and turns TLS on", () => {
  const pem = "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----";
  expect(clientSettings({ KAFKA_SSL_CA: pem })).toEqual({ ssl: { ca: [pem] } });
});

test.each([
  [{ KAFKA_SSL_CA: "/no/such.pem" }, "/no/such.pem, which cannot be read"],
  [{ KAFKA_SASL_MECHANISM: "GSSAPI" }, "PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512"],
  [{ KAFKA_SASL_USERNAME: "u" }, "KAFKA_SASL_PASSWORD"],
])("settings that cannot work are said before anything starts: %o", (env, words) => {
  expect(() => clientSettings(env)).toThrow(words);
});
