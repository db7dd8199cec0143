import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { checkBody } from "../../../engine/protocol/request-schemas.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import type { Exercise } from "../../../exercises/catalog.ts";
import { inOrder } from "../../../site/src/progress/merge-progress-logs.ts";
import { readNdjson } from "../../../site/src/progress/progress-ndjson.ts";
import type { Answer } from "../grade-answers.ts";
import type { FoundFile } from "./find-files.ts";

/** Much more than a browser stores of a learner's work. */
const mostLogBytes = 16 * 2 ** 20;

type AskedFor = Pick<Exercise, "id" | "form">;

/** What a file holds of an answer to the exercise, or in words why it cannot be graded. */
export async function readAnswer(found: FoundFile, exercise: AskedFor): Promise<Answer | { reason: string }> {
  if (found.reason !== undefined) return { reason: found.reason };
  const ending = endingOf(found.path);
  const wanted = exercise.form === "predict" ? ".json" : ".ts";
  if (ending !== wanted && ending !== ".ndjson") return { reason: wrongEnding(ending, wanted) };
  const text = await textOf(found.path, ending === ".ndjson" ? mostLogBytes : limits.sourceBytes);
  if (typeof text !== "string") return text;
  if (text.trim() === "") return { reason: "The file is empty. Ask for it again." };
  if (ending === ".ndjson") return latestCode(text, exercise);
  return ending === ".ts" ? { source: text } : predictionsIn(text, exercise.id);
}

/** ".d.ts" for a file of types, else what follows the last dot. */
function endingOf(path: string): string {
  const name = basename(path).toLowerCase();
  return name.endsWith(".d.ts") ? ".d.ts" : extname(name);
}

function wrongEnding(ending: string, wanted: string): string {
  const its = ending === "" ? "Its name has no ending" : `Its name ends with ${ending}`;
  const what = wanted === ".ts" ? "an answer is a .ts file" : "predictions are a .json file";
  return `${its}, but ${what}, or an .ndjson file from the page My log. Rename it, or ask for it again.`;
}

async function textOf(path: string, mostBytes: number): Promise<string | { reason: string }> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      return {
        reason: `The file has ${size} bytes, and ${mostBytes} are allowed. Ask for the answer alone.`,
      };
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError)
      return { reason: "The file is not text in UTF-8. Save it as UTF-8, or ask for it again." };
    return { reason: "The file cannot be read. See whether you may open it, and whether it is still there." };
  }
}

/** The code that the learner had last, in the log that they exported. */
function latestCode(text: string, { id, form }: AskedFor): Answer | { reason: string } {
  if (form === "predict")
    return { reason: "My log has no predictions in it. Ask for the file of “Download my answer”." };
  const { records } = readNdjson(text);
  if (records.length === 0)
    return { reason: "No line of it is a record of My log. Ask for the file that the page My log exports." };
  const code = inOrder(records).flatMap(({ event }) => (event.type === "CodeKept" ? [event.data] : []));
  const latest = code.findLast(({ exercise }) => exercise === id);
  if (latest) return { source: latest.source };
  const others = [...new Set(code.map(({ exercise }) => exercise))].join(", ");
  return {
    reason: `This log has no code of ${id}${others && `, only of ${others}`}. Ask for the log of the browser in which they wrote it.`,
  };
}

function predictionsIn(text: string, exercise: string): Answer | { reason: string } {
  try {
    const { predicted = [] } = checkBody.parse({ exercise, predicted: JSON.parse(text) });
    return { predicted };
  } catch {
    return {
      reason: "It is not a list of predictions. Ask for the file of “Download my answer”.",
    };
  }
}
