import pino from "pino";
import { expect, test } from "vitest";
import { problemOf, Refusal } from "../errors.ts";
import { day } from "../testing/test-log.ts";
import { noKafka, silentLogger } from "../testing/test-playground.ts";
import { unknownKafkaErrors } from "./kafka-errors.ts";
import { openLog } from "./open-log.ts";

const quota = { perSession: 1, perAddress: 1, inAll: 1, idle: day };

test("where no Kafka runs nobody is told that the server reconnects, but what the operator can do", async () => {
  const log = openLog(noKafka, quota, silentLogger);
  const refusal = await log.reach().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  const { detail } = problemOf(refusal as Refusal);
  expect(detail).toMatch(/^No Kafka runs here\. The operator can .*restart the server\.$/);
  expect(detail).not.toContain("reconnect");
});

test("an error of Kafka that has no sentence is written to the server's log with its cause, while the log is open", async () => {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => lines.push(line) });
  const settings = { ...noKafka, kind: "external" as const, brokers: ["127.0.0.1:9"] };
  const log = openLog(settings, quota, logger);
  const cause = new Error("the cause of it");
  unknownKafkaErrors.publish(new Error("an error of a client", { cause }));
  await log.close();
  unknownKafkaErrors.publish(new Error("after it was closed"));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("an error of a client");
  expect(lines[0]).toContain("the cause of it");
});
