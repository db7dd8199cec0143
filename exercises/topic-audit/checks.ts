import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { joinWithAnd, partsOf } from "../../engine/grading/message-parts.ts";
import type { TopicDescribed } from "./events.d.ts";
import { generated } from "./logs.ts";

/** The first topic whose findings differ: what it is, and which findings are absent or too many. */
interface Difference {
  data: TopicDescribed["data"];
  offset: number;
  found: string[];
  absent: string[];
  extra: string[];
}

/** `loses retention.ms`, sorted: the order in which findings are given does not matter. */
const findingsOf = (result: Json | undefined) =>
  (Array.isArray(result) ? result : [])
    .map((finding) => `${partsOf(finding).severity} ${partsOf(finding).setting}`)
    .toSorted();

const topicsIn = (result: Json | undefined) => (Array.isArray(result) ? result.map(partsOf) : []);

function differenceAt({ args, expectedResult, actualResult }: CheckContext): Difference | null {
  const events = (args?.[0] ?? []) as unknown as TopicDescribed[];
  const described = events.filter(({ type }) => type === "TopicDescribed");
  const actual = topicsIn(actualResult);
  for (const [place, expected] of topicsIn(expectedResult).entries()) {
    const event = described[place];
    if (!event || sameJson(expected, actual[place] ?? null)) continue;
    const [right, found] = [findingsOf(expected.findings), findingsOf(actual[place]?.findings)];
    const absent = right.filter((finding) => !found.includes(finding));
    const extra = found.filter((finding) => !right.includes(finding));
    return { data: event.data, offset: events.indexOf(event), found, absent, extra };
  }
  return null;
}

const defaults: Record<string, string> = { "cleanup.policy": "delete", "retention.bytes": "-1" };
const settingOf = ({ settings }: Difference["data"], name: string) => settings[name] ?? defaults[name] ?? "";

const check = checksAbout(differenceAt);
const about = ({ absent, extra }: Difference, ...settings: string[]) =>
  [...absent, ...extra].some((finding) => settings.some((setting) => finding.endsWith(` ${setting}`)));

/** "At offset 0, carts is a topic of events. It sets min.insync.replicas=2. Your audit finds nothing." */
function describe({ data, offset, found }: Difference): string {
  const set = Object.entries(data.settings).map(([name, value]) => `\`${name}\` to “${value}”`);
  const copies = `${data.replicas} replica${data.replicas === 1 ? "" : "s"}`;
  const sets = set.length === 0 ? "It sets nothing." : `It sets ${joinWithAnd(set)}.`;
  const finds = found.length === 0 ? "nothing" : joinWithAnd(found.map((finding) => `“${finding}”`));
  return `At offset ${offset}, ${data.topic} is a topic of ${data.role} with ${copies}. ${sets} Your audit finds ${finds}.`;
}

const limits = ["retention.ms", "retention.bytes"];

export default {
  compareResult: (result) =>
    Array.isArray(result)
      ? result.map((each) => ({ topic: partsOf(each).topic ?? null, findings: listOf(each) }))
      : result,
  checks: [
    check(
      "no-limit",
      "-1 means no limit",
      ({ data, extra }) =>
        limits.some((name) => settingOf(data, name) === "-1" && extra.includes(`loses ${name}`)) &&
        settingOf(data, "cleanup.policy").includes("delete"),
      (found) =>
        `${describe(found)} Kafka reads -1 as no limit, and -1 is the default of \`retention.bytes\`. Does your code compare it with a text or with a number?`,
    ),
    check(
      "compaction",
      "Compaction loses events, and suits states",
      (found) => about(found, "cleanup.policy"),
      (found) =>
        `${describe(found)} Compaction keeps the newest record of each key and may remove the earlier ones. ${
          found.data.role === "events"
            ? "What can a sum still be computed from?"
            : "Which record of a key does a reader of states need?"
        }`,
    ),
    check(
      "defaults",
      "A setting that is absent has Kafka's default",
      ({ data, absent }) =>
        absent.some((finding) =>
          limits.some((name) => finding === `loses ${name}` && !(name in data.settings)),
        ),
      (found) =>
        `${describe(found)} The topic sets no \`retention.ms\`, and its policy deletes. How long does Kafka keep its records then?`,
    ),
    check(
      "retention",
      "A policy that deletes has two limits: age and size",
      (found) => about(found, ...limits),
      (found) =>
        `${describe(found)} The two limits, by age and by size, count where the policy names delete, and only there. Which of them applies here?`,
    ),
    check(
      "replicas",
      "A topic needs a spare replica",
      (found) => about(found, "replication.factor", "min.insync.replicas"),
      (found) =>
        `${describe(found)} Suppose that one broker is lost. Can a producer with acks=all still write, and is every record still somewhere?`,
    ),
    {
      id: "form",
      title: "The audit returns a list of findings for each topic",
      covers: () => true,
      message: ({ actualResult }) =>
        `Your function returned ${JSON.stringify(actualResult ?? null)?.slice(0, 80)}. It should give one entry for each topic, with a list of findings. What does \`auditTopic\` return?`,
    },
  ],
  generated,
} satisfies ExerciseChecks;

/** The findings that count: severity and setting, in one order. */
function listOf(each: Json): Json {
  const { findings } = partsOf(each);
  if (!Array.isArray(findings)) return findings ?? null;
  return findings
    .map((finding) =>
      isObject(finding) ? { severity: finding.severity ?? null, setting: finding.setting ?? null } : finding,
    )
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
