import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { auditTopic } from "../../engine/labs/retention-and-compaction/audit-topic.ts";
import { stripTypes } from "../../engine/sandbox/strip-types.ts";
import { courseAnswer } from "../answer-source.ts";
import type { TopicDescribed } from "./events.d.ts";
import { generated } from "./logs.ts";

interface Audited {
  topic: string;
  findings: { severity: string; setting: string }[];
}

/** What only the lab looks at. */
const labOnly = ["delete.retention.ms", "unclean.leader.election.enable"];

const auditTopics = await solution();
const logged = readFileSync(new URL("./log.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line).event as TopicDescribed);

test("the solution and the lab find the same in the topics of the log", () => {
  expect(auditTopics(logged).map(sorted)).toEqual(logged.map(byTheLab));
});

test("the solution and the lab find the same in any topic", () => {
  fc.assert(
    fc.property(generated.cases(fc), ({ records }) => {
      const events = records
        .map(({ event }) => event as unknown as TopicDescribed)
        .filter(({ type }) => type === "TopicDescribed");
      expect(auditTopics(events).map(sorted)).toEqual(events.map(byTheLab));
    }),
  );
});

function byTheLab({ data }: TopicDescribed): Audited {
  const findings = auditTopic({ ...data, settings: { ...data.settings }, partitions: 1 })
    .filter(({ severity, setting }) => severity !== "good" && !labOnly.includes(setting))
    .map(({ severity, setting }) => ({ severity, setting }));
  return sorted({ topic: data.topic, findings });
}

function sorted({ topic, findings }: Audited): Audited {
  return { topic, findings: findings.toSorted((a, b) => (a.setting < b.setting ? -1 : 1)) };
}

async function solution(): Promise<(events: TopicDescribed[]) => Audited[]> {
  const stripped = stripTypes(await courseAnswer("topic-audit", "solution"));
  if (!("code" in stripped)) throw new Error("The solution cannot be read.");
  return new Function(`${stripped.code.replaceAll(/^export /gm, "")}\nreturn auditTopics;`)();
}
