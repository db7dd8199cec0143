import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { isolateTopics, openTestServer, sessionToken, type TestServer } from "../testing/test-playground.ts";
import { TestTerminal } from "../testing/test-terminal.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { refusedLines } from "./testing/refused-lines.ts";

const settings = isolateTopics(inject("kafka"));
let server: TestServer;
let client: TestClient;
let terminal: TestTerminal;
let other: TestClient;
let theirs: TestTerminal;

beforeAll(async () => {
  server = await openTestServer(settings);
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  client = await TestClient.open(address, sessionToken("a-session-that-tries-all"));
  other = await TestClient.open(address, sessionToken("a-session-with-a-secret"));
  terminal = new TestTerminal(client);
  theirs = new TestTerminal(other);
  await terminal.run("kafka-topics --create --topic mine.own --partitions 1");
  await theirs.run("kafka-topics --create --topic mine.secret --partitions 1");
  await theirs.run("kcat -P -t mine.secret -p 0 <<< 'the secret'");
});
afterAll(async () => {
  client.close();
  other.close();
  await server.close();
});

test.each(refusedLines)("%s", async (line, sentence) => {
  const typed = line.replaceAll("OTHER", other.heard[0].learner);
  const output = (await terminal.run(typed)).join("\n");
  expect(output).toContain(sentence);
  expect(output).not.toContain("the secret");
  expect(output).not.toMatch(/root:|uid=/);
});

test("after all of it the other learner's topic is as it was, and the tries left nothing", async () => {
  expect(await theirs.run("kcat -C -e -q -t mine.secret")).toEqual(["the secret"]);
  expect(await theirs.run("kafka-get-offsets --topic mine.secret --time earliest")).toEqual([
    "mine.secret:0:0",
  ]);
  expect(await theirs.run("kafka-topics --list --topic 'mine.*'")).toEqual(["mine.secret"]);
  expect(await terminal.run("kafka-topics --list --topic 'mine.*'")).toEqual(["mine.own"]);
});

test("what looks like a shell's in a program of jq is text", async () => {
  expect(await terminal.run(`jq -nr '@sh "rm -rf \\("a b; $(id)")"'`)).toEqual(["rm -rf 'a b; $(id)'"]);
  expect(await terminal.run("grep -E '(x+x+)+y' <<< 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'")).toEqual([]);
});
