import type { House } from "./house.ts";
import type { Measurement } from "./measurement.ts";
import { checkLesson, visitor } from "./requests.ts";
import { medianRow, type Row } from "./table.ts";

const rounds = 5;

/** A check of a right solution: the lesson's log and the generated ones. */
export const checks: Measurement = {
  name: "checks",
  async measure({ url }: House): Promise<Row[]> {
    const one = visitor(url);
    await checkLesson(one);
    const times: number[] = [];
    for (let i = 0; i < rounds; i++) times.push((await checkLesson(one)).end);
    return [medianRow("passing check, 8 records and 200 generated logs", "ms", times)];
  },
};
