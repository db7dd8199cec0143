import { predictMistakes } from "../../../engine/grading/grade-prediction.ts";
import { orderMistakes } from "../../../engine/grading/line-ordering.ts";
import { type Remark, splitMessage } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

/** Lines to be put in order, and states to be predicted, can be answered and are graded as they should. */
export async function orderAndPredictRemarks(subject: ExerciseUnderCheck): Promise<Remark[]> {
  const { order, predict } = subject.exercise;
  const remarks: Remark[] = [];
  if (order !== undefined) {
    const mistakes = await orderMistakes(order, (source) => subject.find("order.ts", source));
    for (const { line, says } of mistakes)
      remarks.push({
        file: subject.file("order.ts"),
        ...(line !== null && { line }),
        ...splitMessage(says),
        needed: "always",
      });
  }
  if (predict.length > 0) {
    const { reference } = await subject.reference.own();
    for (const says of predictMistakes(predict, reference))
      remarks.push({
        file: subject.file("exercise.yaml"),
        line: subject.yaml.lineOf(["predict"]),
        ...splitMessage(says),
        needed: "always",
      });
  }
  return remarks;
}
