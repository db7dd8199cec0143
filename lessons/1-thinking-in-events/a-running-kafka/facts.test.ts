import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { partitionOf } from "../../../engine/fold/partition.ts";
import { labIds } from "../../../engine/labs/lab-ids.ts";
import { auditTopic } from "../../../engine/labs/retention-and-compaction/audit-topic.ts";
import { retentionLimits } from "../../../engine/labs/retention-and-compaction/limits.ts";
import { type CleanUp, defaultCleanUp } from "../../../engine/labs/retention-and-compaction/log-over-days.ts";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { toolWords } from "../../../language/english/explore-tools.ts";
import { describeLog, explainLog } from "./describe-log.ts";
import { Answer, rightGuess } from "./figure.tsx";
import { changeOfDay, dateOf, heldDays, stockOf } from "./stock.ts";

const lesson = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8");
const pack = await openPack(undefined, ["committed-offsets", "topic-audit"]);
const exercise = await readExercise(pack, "committed-offsets");
const audit = await readExercise(pack, "topic-audit");
const eventsOf = ({ records }: typeof exercise) =>
  records.map(({ value }) => JSON.parse(value ?? "null") as { type: string; data: Record<string, unknown> });
const friday = 12;
const monday = 15;

test("the stock is right on Friday 13 March, and says −7 hats on Monday the 16th, where 26 would be right", () => {
  expect([dateOf(friday), dateOf(monday)]).toEqual(["Fri 13 March", "Mon 16 March"]);
  expect(new Date("2026-03-13").toUTCString()).toContain("Fri, 13 Mar");
  expect(describeLog(friday, defaultCleanUp)).toBe("A new reader gets 13 of 13 records. The fold is right.");
  expect(stockOf(heldDays(monday, defaultCleanUp)).hats).toBe(-7);
  expect(stockOf(Array.from({ length: monday + 1 }, (_, day) => day)).hats).toBe(26);
  expect(changeOfDay(monday)).toEqual({ item: "hats", change: -4 });
  for (const said of ["It is Monday, 16 March", "−7 hats", "“hats: 26”", "“hats: −4”"])
    expect(lesson).toContain(said);
});

test("with the defaults everything is there on day 13, and on day 14 eight records vanish at once", () => {
  expect(heldDays(13, defaultCleanUp)).toHaveLength(14);
  expect(heldDays(14, defaultCleanUp)).toEqual([8, 9, 10, 11, 12, 13, 14]);
  expect(lesson).toContain("until day 14. Then eight records vanish at once");
  expect(lesson).toContain(`${(604_800_000).toLocaleString("en")} milliseconds`);
  expect(7 * 24 * 3_600 * 1_000).toBe(604_800_000);
});

test("the guess: on day 10 all 11 records are there; without a limit they always are; compacted, three and the open segment", () => {
  expect(heldDays(10, defaultCleanUp)).toHaveLength(11);
  const said = (guess: number) => renderToStaticMarkup(createElement(Answer, { guess }));
  expect(said(rightGuess)).toContain("✓");
  expect(said(0)).toContain("✗");
  const keep: CleanUp = { policy: "delete", retentionDays: -1 };
  expect(heldDays(28, keep)).toHaveLength(29);
  const compact: CleanUp = { policy: "compact", retentionDays: 7 };
  expect(heldDays(7, compact)).toHaveLength(8);
  expect(heldDays(10, compact)).toEqual([5, 6, 7, 8, 9, 10]);
  expect(describeLog(10, compact)).toContain("The fold says");
  expect(explainLog(10, compact)).toContain("only the newest record of each item is left");
});

test("cart-1 is in partition 0 of 3, and in partition 3 of 4", () => {
  expect([partitionOf("cart-1", 3), partitionOf("cart-1", 4)]).toEqual([0, 3]);
  expect(lesson).toContain("send `cart-1` to partition 0. With 4 partitions it goes to partition 3.");
});

test("the workbench tells the same story: 13 records read and kept, eight deleted on day 14, and the setting too late", async () => {
  const events = eventsOf(exercise);
  expect(events[0]).toMatchObject({ type: "TopicCreated", data: { topic: "stock", settings: {} } });
  expect(events[4]).toMatchObject({ type: "OffsetCommitted", data: { group: "report", offset: 13 } });
  expect(events[6]).toMatchObject({ type: "OffsetCommitted", data: { group: "report", offset: 0 } });
  const [firstLeft] = heldDays(14, defaultCleanUp);
  expect(events[9]).toMatchObject({ type: "RecordsDeleted", data: { before: firstLeft } });
  expect(events[13]).toMatchObject({ type: "SettingChanged", data: { name: "retention.ms", value: "-1" } });
  expect(events).toHaveLength(14);
  expect(await endOfFold(exercise)).toEqual({
    state: { start: 8, end: monday + 1, committed: { report: 16, forecast: 3 } },
  });
});

test("eight of the ten topics have a finding; the settings that the text advises have none", async () => {
  const { answer } = (await endOfFold(audit)) as { answer: unknown } as {
    answer: { findings: unknown[] }[];
  };
  expect(answer).toHaveLength(10);
  expect(answer.filter(({ findings }) => findings.length > 0)).toHaveLength(8);
  expect(lesson).toContain("eight lose facts or may lose them");
  const settings = { "retention.ms": "-1", "retention.bytes": "-1", "min.insync.replicas": "2" };
  const findings = auditTopic({ settings, role: "events", replicas: 3, partitions: 1 });
  expect(findings.every(({ severity }) => severity === "good")).toBe(true);
});

test("the text brings its readers to the three labs", () => {
  for (const id of ["topics-and-keys", "retention-and-compaction", "cluster"] as const) {
    expect(labIds).toContain(id);
    expect(lesson).toContain(`(../../labs/${id}/)`);
  }
  expect(exercise.lab).toBe("retention-and-compaction");
  expect(lesson).toContain(`choose **${toolWords.lab.title}**`);
  expect(lesson).toContain(`a **${toolWords.terminal.title}**`);
  expect(lesson).toContain("set `retention.ms` to 5 seconds");
  expect(retentionLimits.leastRetentionMilliseconds).toBe(5_000);
});
