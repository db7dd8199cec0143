import { isObject } from "../../engine/fold/json.ts";
import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

const addresses = ["sanjana@example.com", "s.rao@example.net", "orders@example.org", "sr@example.com"];

export const generated = {
  /** Accounts with up to 14 records: an address often comes back, and some records are not about addresses. */
  cases: (fc) => {
    const wish = fc.record({
      kind: weighted(fc, [6, "change"], [2, "buy"], [1, "unknown"]),
      pick: fc.nat({ max: 2 }),
      hours: fc.constantFrom(0.1, 5, 12, 24, 700),
    });
    return fc.array(wish, { maxLength: 13, size: "max" }).map((wishes) => {
      const { records, write } = newLog({ key: "customer-17", firstId: "c0", start: "" });
      let now = Date.parse("2025-01-15T10:00:00Z");
      let current = addresses[0];
      write("Registered", { email: current as string }, now);
      for (const { kind, pick, hours } of wishes) {
        now += hours * 60 * 60_000;
        if (kind === "buy") write("GiftCardBought", { cents: 5_000 * (pick + 1) }, now);
        else if (kind === "unknown") write("PasswordChanged", {}, now);
        else {
          current = addresses.filter((address) => address !== current)[pick];
          write("EmailChanged", { email: current as string }, now);
        }
      }
      return { records };
    });
  },
  /** An account is registered once, first of all, and each change is to another address. */
  possible(log) {
    let current: unknown;
    const follows = log.records.every(({ event: { type, data } }, place) => {
      if ((type === "Registered") !== (place === 0)) return false;
      if (type !== "Registered" && type !== "EmailChanged") return true;
      const before = current;
      current = isObject(data) && data.email;
      return current !== before;
    });
    return follows && isInOrderOfTime(log);
  },
} satisfies GeneratedLogs;
