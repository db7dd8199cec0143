import { countOf } from "../../authoring/count-of.ts";
import { formatRemark } from "../../authoring/format-remark.ts";
import { argumentsOf } from "../../authoring/parse-arguments.ts";
import { isProblem } from "../../authoring/remark.ts";
import { chosenLessons } from "../lesson-folders.ts";
import { checkLessons } from "./check-lessons.ts";

const usage = "check [slug …]";

/** `npm run lesson -- check [slug …]`. Gives 1 where there is a problem, 0 where there is none or only advice. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, {}, usage, "lesson");
  await chosenLessons(positionals);
  const checked = await checkLessons(positionals);
  const remarks = checked.flatMap((each) => each.remarks);
  for (const remark of remarks) console.log(`${formatRemark(remark, "course")}\n`);
  const problems = remarks.filter((remark) => isProblem(remark, "course")).length;
  console.log(
    `${countOf(checked.length, "lesson")}: ${countOf(problems, "problem")}, ${remarks.length - problems} advice`,
  );
  return problems > 0 ? 1 : 0;
}
