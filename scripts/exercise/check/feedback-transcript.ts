import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diffLines } from "../../../site/src/workbench/checks/text-diff.ts";
import type { Remark } from "../../authoring/remark.ts";
import { packOption } from "../chosen-exercises.ts";
import { linesOfCase } from "./case-lines.ts";
import type { ExerciseUnderCheck, Graded } from "./exercise-under-check.ts";

const name = "feedback.md";

/**
 * What a learner reads for the starter and for each wrong answer is what was accepted, in `feedback.md`. With `accept`
 * it is written anew.
 */
export async function feedbackTranscript(subject: ExerciseUnderCheck, accept: boolean): Promise<Remark[]> {
  const now = await feedback(subject);
  const accepted = await subject.folder.textOrNone(name);
  if (now === accepted) return [];
  if (accept) {
    await writeFile(join(subject.folder.path, name), now);
    return [];
  }
  const pack = packOption(join(subject.folder.path, ".."));
  const command = `npm run exercise -- check ${subject.exercise.id}${pack} --accept`;
  if (accepted === undefined) {
    return [
      {
        file: subject.file(name),
        wrong: "The texts that a learner reads are not accepted yet.",
        next: `Run ${command}, then read the file aloud.`,
        needed: "course",
      },
    ];
  }
  return [
    {
      file: subject.file(name),
      wrong: `A learner now reads another text than the accepted one:\n${difference(accepted, now)}`,
      next: `If the new text is better, run ${command}. If not, fix the check.`,
      needed: "course",
    },
  ];
}

async function feedback(subject: ExerciseUnderCheck): Promise<string> {
  const parts = [`# What a learner reads: ${subject.exercise.title}`];
  for (const { name, source } of subject.wrongAnswers())
    parts.push(`## ${name}`, ...formatFailure(await subject.grade(name, source)));
  return `${parts.join("\n\n")}\n`;
}

function formatFailure({ failed }: Graded): string[] {
  if (!failed) return ["It passes."];
  const { position, index } = failed.firstDivergence ?? {};
  const place = position ? ` at offset ${position.offset}` : index === undefined ? "" : ` at step ${index}`;
  const { counterexample, counterexampleMessage } = failed;
  const log = counterexample ? [`\`\`\`\n${linesOfCase(counterexample).join("\n")}\n\`\`\``] : [];
  return [
    `\`${failed.id}\`${place}: ${failed.title}`,
    quoted(failed.message),
    ...(counterexampleMessage ? ["In the smallest log:", quoted(counterexampleMessage.message)] : []),
    ...log,
  ];
}

function quoted(text: string): string {
  return `> ${text.replaceAll("\n", "\n> ")}`;
}

/** The lines that differ: − as it was accepted, + as it is now. */
function difference(accepted: string, now: string): string {
  return diffLines(accepted, now)
    .filter(({ kind }) => kind !== "same")
    .map(({ kind, text }) => `${kind === "mine" ? "-" : "+"} ${text}`)
    .join("\n");
}
