import * as fc from "fast-check";
import type { Case } from "../../../engine/grading/checks.ts";
import { caseOf } from "../../../engine/grading/fold-job.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck, GradedAnswer } from "./exercise-under-check.ts";

const logs = 200;
const seed = 1;

/** The generator reaches what the checks speak about, gives only what could have happened, and always the same. */
export function generatedLogRemarks(subject: ExerciseUnderCheck, heard: GradedAnswer[]): Remark[] {
  const { checks, events, records, commands = [] } = subject.exercise;
  const hasLogs = subject.folder.has("logs.ts");
  const file = subject.file(hasLogs ? "logs.ts" : "checks.ts");
  const remarkOf = (wrong: string, next: string, needed: Remark["needed"] = "course"): Remark => ({
    file,
    wrong,
    next,
    needed,
  });
  const { generated } = checks;
  if (!generated) {
    return [
      remarkOf(
        hasLogs
          ? "checks.ts does not list the generator of logs.ts, so an answer is tried only on logs that learners can see."
          : "There is no generator, so an answer is tried only on logs that learners can see.",
        hasLogs
          ? 'In checks.ts write import { generated } from "./logs.ts", and `generated` in the default export.'
          : "Write logs.ts with `generated`: `cases(fc)` gives logs that could have happened, `possible` says which of the smaller ones could.",
        hasLogs ? "always" : "course",
      ),
    ];
  }
  subject.begin("the generator");
  const given = fc.sample(generated.cases(fc), { numRuns: logs, seed });
  const again = fc.sample(generated.cases(fc), { numRuns: logs, seed });
  const remarks: Remark[] = [];
  if (JSON.stringify(given) !== JSON.stringify(again)) {
    remarks.push(
      remarkOf(
        "The generator gives other logs for the same seed.",
        "Take every choice from fast-check. Do not use the clock or Math.random.",
        "always",
      ),
    );
  }
  const { possible } = generated;
  if (!possible) {
    remarks.push(
      remarkOf(
        "The generator has no `possible`, so the smallest log may be one that could never have happened.",
        "Write possible(candidate): it says whether a shortened log could still have happened.",
      ),
    );
  } else {
    const own = { name: "the exercise's own log", log: caseOf(records, commands) };
    const all = [own, ...given.map((log, at) => ({ name: `its own log number ${at + 1}`, log }))];
    const impossible = all.find(({ log }) => !possible(log));
    if (impossible) {
      remarks.push(
        remarkOf(
          `\`possible\` says that ${impossible.name} could not have happened: ${typesIn(impossible.log).join(", ") || "no record"}.`,
          "Do not generate such logs, or fix `possible`.",
          "always",
        ),
      );
    } else if (all.every(({ log }) => spoilt(log).every(possible))) {
      remarks.push(
        remarkOf(
          "`possible` refuses nothing, not even a log that holds each record twice.",
          "Let possible(candidate) refuse impossible logs: a record that appears twice, times that go back.",
        ),
      );
    }
  }
  const reached = new Set(given.flatMap(typesIn));
  for (const type of Object.keys(events)) {
    if (!reached.has(type))
      remarks.push(
        remarkOf(
          `No generated log of ${logs} holds ${type}.`,
          "Let the generator produce it often enough.",
          "always",
        ),
      );
  }
  const asked = new Set(given.flatMap((one) => (one.commands ?? []).map(({ type }) => type)));
  for (const type of new Set(commands.map((command) => command.type))) {
    if (!asked.has(type))
      remarks.push(
        remarkOf(
          `No generated case of ${logs} has the command ${type}.`,
          "Let the generator produce this command too.",
        ),
      );
  }
  for (const [id, types] of spokenAt(heard)) {
    const missing = [...types].filter((type) => !reached.has(type) && !asked.has(type));
    if (missing.length > 0)
      remarks.push(
        remarkOf(
          `The check ${id} covers ${missing.join(" and ")}, but no generated log of ${logs} has that.`,
          "Let the generator produce it, so that the check runs on generated logs too.",
        ),
      );
  }
  return remarks;
}

/** The types of events and commands at which each check speaks, as the wrong answers show it. */
function spokenAt(heard: GradedAnswer[]): Map<string, Set<string>> {
  const types = new Map<string, Set<string>>();
  for (const { found } of heard) {
    const type = found.at?.event?.type ?? found.at?.command?.type;
    if (type !== undefined) types.set(found.id, new Set([...(types.get(found.id) ?? []), type]));
  }
  return types;
}

/** Logs that can hardly have happened as the given one did: each record twice, in reverse order, or one record absent. */
function spoilt(log: Case): Case[] {
  const { records } = log;
  const without = records.map((_, place) => records.toSpliced(place, 1));
  return [[...records, ...records], records.toReversed(), ...without].map((some) => ({
    ...log,
    records: some,
  }));
}

function typesIn({ records }: Case): string[] {
  return records.map(({ event }) => event.type);
}
