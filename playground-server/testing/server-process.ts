import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../main.ts";
import { noKafka } from "./test-playground.ts";

/** A server without Kafka in a process of its own, for tests that look at its memory. Its first line is its address. */
const { url } = await startServer({
  host: "127.0.0.1",
  port: 0,
  kafka: noKafka,
  siteDir: null,
  log: () => {},
  dataDir: mkdtempSync(join(tmpdir(), "offset-zero-process-")),
});
process.stdout.write(`${url}\n`);
