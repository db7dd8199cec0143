import { expect, test } from "vitest";
import { clusterId, serverProperties } from "./broker-storage.ts";

test("a cluster id has the 22 characters Kafka wants and never looks like an option", () => {
  for (let i = 0; i < 500; i++) expect(clusterId()).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
});

test("the broker listens on this machine alone, at the ports it was given", () => {
  const properties = serverProperties({ broker: 19092, controller: 19093 });
  expect(properties.listeners).toBe("PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
  expect(JSON.stringify(properties)).not.toContain("0.0.0.0");
});

test("segments are small, so that a bound on a topic's size is kept", () => {
  expect(serverProperties({ broker: 1, controller: 2 })).toMatchObject({ "log.segment.bytes": "4194304" });
});

test("records are kept however old their timestamps are", () => {
  expect(serverProperties({ broker: 1, controller: 2 })).toMatchObject({ "log.retention.ms": "-1" });
});

test("retention and compaction are at work within seconds, so that a learner can watch them", () => {
  expect(serverProperties({ broker: 1, controller: 2 })).toMatchObject({
    "log.retention.check.interval.ms": "5000",
    "log.cleaner.backoff.ms": "2000",
  });
});
