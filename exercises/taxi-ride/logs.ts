import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

export const generated = {
  /** Rides that could have happened: up to 12 records. Some are rated, by a version of the app that `evolve` does not know. */
  cases: (fc) => {
    const wish = weighted(fc, [5, "assign", "leave"], [2, "start"], [1, "end", "rate", "request"]);
    return fc.array(wish, { minLength: 1, maxLength: 12, size: "max" }).map((wishes) => {
      const { records, write } = newLog({ key: "ride-7", firstId: "r0", start: "2026-04-14T18:32:00Z" });
      let assigned = false;
      for (const wished of wishes) {
        if (wished === "assign") write("DriverAssigned", { driver: `d${records.length}` });
        else if (wished === "leave" && assigned) write("DriverUnassigned", {});
        else if (wished === "start" && assigned) write("RideStarted", {});
        else if (wished === "end" && assigned) write("RideEnded", { fareCents: 800 + 10 * records.length });
        else if (wished === "rate") write("RideRated", { stars: 1 + (records.length % 5) });
        else write("RideRequested", { rider: "ana" });
        if (wished === "assign" || wished === "leave") assigned = wished === "assign";
      }
      return { records };
    });
  },
  /** A driver leaves only a ride that has one. Any other record may be absent. */
  possible(log) {
    let assigned = false;
    return (
      hasEachRecordOnce(log) &&
      log.records.every(({ event: { type } }) => {
        const leavesNobody = type === "DriverUnassigned" && !assigned;
        if (type === "DriverAssigned") assigned = true;
        if (type === "DriverUnassigned") assigned = false;
        return !leavesNobody;
      })
    );
  },
} satisfies GeneratedLogs;
