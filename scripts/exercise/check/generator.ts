import * as fc from "fast-check";
import { caseOf } from "../../../engine/grading/cases.ts";
import type { Case } from "../../../engine/grading/checks.ts";
import type { Remark } from "./remark.ts";
import type { Heard, Subject } from "./subject.ts";

const logs = 200;
const seed = 1;

/** The generator reaches what the checks speak about, gives only what could have happened, and always the same. */
export function generator(subject: Subject, heard: Heard[]): Remark[] {
  const { checks, events, records, commands = [] } = subject.exercise;
  const file = subject.file("checks.ts");
  const say = (wrong: string, next: string, needed: Remark["needed"] = "course"): Remark => ({
    file,
    wrong,
    next,
    needed,
  });
  const { generated } = checks;
  if (!generated) {
    return [
      say(
        "There is no generator, so an answer is only tried on logs that can be known.",
        "Write `generated` in checks.ts: `cases(fc)` gives logs that could have happened, `possible` says which of the smaller ones could.",
      ),
    ];
  }
  subject.begin("the generator");
  const given = fc.sample(generated.cases(fc), { numRuns: logs, seed });
  const again = fc.sample(generated.cases(fc), { numRuns: logs, seed });
  const remarks: Remark[] = [];
  if (JSON.stringify(given) !== JSON.stringify(again)) {
    remarks.push(
      say(
        "The generator gives other logs for the same seed.",
        "Take every choice from fast-check: no clock and no Math.random.",
        "always",
      ),
    );
  }
  const { possible } = generated;
  if (!possible) {
    remarks.push(
      say(
        "The generator has no `possible`, so a smallest log may be one that never could have happened.",
        "Write possible(candidate): whether what is left of a log could still have happened.",
      ),
    );
  } else {
    const own = { name: "the exercise's own log", log: caseOf(records, commands) };
    const all = [own, ...given.map((log, at) => ({ name: `its own log number ${at + 1}`, log }))];
    const impossible = all.find(({ log }) => !possible(log));
    if (impossible) {
      remarks.push(
        say(
          `\`possible\` says that ${impossible.name} could not have happened: ${typesIn(impossible.log).join(", ")}.`,
          "Let the generator give such logs no more, or mend `possible`.",
        ),
      );
    }
  }
  const reached = new Set(given.flatMap(typesIn));
  for (const type of Object.keys(events)) {
    if (!reached.has(type))
      remarks.push(
        say(
          `No generated log of ${logs} holds ${type}.`,
          "Give the generator a wish for it, often enough to matter.",
        ),
      );
  }
  const asked = new Set(given.flatMap((one) => (one.commands ?? []).map(({ type }) => type)));
  for (const type of new Set(commands.map((command) => command.type))) {
    if (!asked.has(type))
      remarks.push(
        say(`No generated case of ${logs} asks ${type}.`, "Let the generator give this command too."),
      );
  }
  for (const [id, types] of spokenAt(heard)) {
    const missing = [...types].filter((type) => !reached.has(type) && !asked.has(type));
    if (missing.length > 0)
      remarks.push(
        say(
          `The check ${id} speaks at ${missing.join(" and ")}, and no generated log of ${logs} has that.`,
          "Let the generator give it, so that the check is asked on logs that nobody knows.",
        ),
      );
  }
  return remarks;
}

/** The types of events and commands at which each check speaks, as the wrong answers show it. */
function spokenAt(heard: Heard[]): Map<string, Set<string>> {
  const types = new Map<string, Set<string>>();
  for (const { found } of heard) {
    const type = found.at?.event?.type ?? found.at?.command?.type;
    if (type !== undefined) types.set(found.id, new Set([...(types.get(found.id) ?? []), type]));
  }
  return types;
}

function typesIn({ records }: Case): string[] {
  return records.map(({ event }) => event.type);
}
