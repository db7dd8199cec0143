import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { generated as carts } from "../taken-out/logs.ts";

export const generated = {
  /** The carts of the first exercise. In some of their logs every second offset is missing; some last over midnight. */
  cases: (fc) =>
    fc
      .tuple(carts.cases(fc), fc.constantFrom(1, 1, 2), fc.constantFrom(1, 1, 90))
      .map(([{ records }, gap, stretch]) => {
        const start = records[0]?.timestamp ?? 0;
        return {
          records: records.map((record, place) => ({
            ...record,
            offset: place * gap,
            timestamp: start + ((record.timestamp ?? start) - start) * stretch,
          })),
        };
      }),
  possible: carts.possible,
} satisfies GeneratedLogs;
