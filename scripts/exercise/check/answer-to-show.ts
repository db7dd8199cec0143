import { readAnswer } from "../../../exercises/answer-source.ts";
import type { Folder } from "../../../exercises/folder.ts";
import { describeUnknown } from "../../authoring/nearest-name.ts";
import { UsageError } from "../../authoring/usage-error.ts";

/** The source of an answer as it is graded: an edit is made, and markers are gone. Throws a UsageError. */
export async function answerToShow(pack: Folder, asked: string[], show: string): Promise<string> {
  const [slug, ...more] = asked;
  if (slug === undefined || more.length > 0)
    throw new UsageError("Name one exercise to show an answer of: check <slug> --show wrong/<name>.");
  const folder = pack.folder(slug);
  const answer = show.replace(/\.(ts|yaml)$/, "");
  const answers = [
    "solution",
    "starter",
    ...(await namesIn(folder, "wrong")),
    ...(await namesIn(folder, "approaches")),
  ];
  if (!answers.includes(answer)) throw new UsageError(describeUnknown("answer", answer, answers));
  try {
    return (await readAnswer(folder, answer)).source;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function namesIn(folder: Folder, within: string): Promise<string[]> {
  const files = await folder.names(within);
  return files.map((file) => `${within}/${file.replace(/\.\w+$/, "")}`);
}
