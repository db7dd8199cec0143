import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokersFrom, clientSettings } from "./client-settings.ts";

let folder: string;
/** A certificate, its key, and a file with neither. */
let files: { pem: string; key: string; text: string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "offset-zero-pem-"));
  const [pem, key, text] = ["ca.pem", "ca.key", "notes.txt"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  files = { pem, key, text };
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key];
  execFileSync("openssl", ["req", "-x509", ...made, "-out", pem, "-subj", "/CN=ca"], { stdio: "ignore" });
  writeFileSync(text, "the CA is in the safe");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

test("a certificate can be given as text or as a file, and turns TLS on", () => {
  const pem = readFileSync(files.pem, "utf8");
  expect(clientSettings({ KAFKA_SSL_CA: pem })).toEqual({ ssl: { ca: [pem] } });
  expect(clientSettings({ KAFKA_SSL_CA: files.pem })).toEqual({ ssl: { ca: [pem] } });
});

test.each(["key", "text"] as const)(
  "a %s in the place of a certificate is said before anything starts",
  (name) => {
    expect(() => clientSettings({ KAFKA_SSL_CA: files[name] })).toThrow(
      /^KAFKA_SSL_CA has no valid certificate in PEM form .*\. Name the file with the certificate of the CA that signed/,
    );
  },
);

test("a certificate that was cut short is said before anything starts", () => {
  const pem = readFileSync(files.pem, "utf8").replace(/\n.+\n-----END/, "\n-----END");
  expect(() => clientSettings({ KAFKA_SSL_CA: pem })).toThrow("has no valid certificate");
});

test.each(["localhost", "localhost:", "localhost:kafka", "localhost:70000", "PLAINTEXT://localhost:9092"])(
  "an address that is no host:port is said before anything starts: %s",
  (address) => {
    expect(() => brokersFrom({ KAFKA_BROKERS: `127.0.0.1:9092,${address}` })).toThrow(
      `KAFKA_BROKERS has ${address}, which is not host:port. Write for example localhost:9092`,
    );
  },
);

test("an IPv6 address is one in brackets", () => {
  expect(brokersFrom({ KAFKA_BROKERS: "[::1]:9092" })).toEqual(["[::1]:9092"]);
});

test.each([
  [{ KAFKA_SSL_CA: "/no/such.pem" }, "/no/such.pem, which cannot be read. Name the file"],
  [{ KAFKA_SASL_MECHANISM: "GSSAPI" }, "PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512"],
  [{ KAFKA_SASL_MECHANISM: "PLAIN" }, "KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD are not set"],
  [{ KAFKA_SASL_USERNAME: "u" }, "and KAFKA_SASL_PASSWORD is not set. Set both"],
  [{ KAFKA_SASL_PASSWORD: "p" }, "and KAFKA_SASL_USERNAME is not set. Set both"],
])("settings that cannot work are said before anything starts: %o", (env, words) => {
  expect(() => clientSettings(env)).toThrow(words);
});
