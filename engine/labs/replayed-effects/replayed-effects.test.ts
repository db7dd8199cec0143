import fc from "fast-check";
import { expect, test } from "vitest";
import type { LabFact } from "../lab-event.ts";
import type { MailerStep } from "./events.ts";
import { evolve, initialState } from "./evolve.ts";
import { emptyInbox, isCovered, repeatedMails, sendMail } from "./inbox.ts";
import { initialView, placedOrder, project } from "./projector.ts";

/** How far a mailer reads at each start, and whether it begins at offset 0 again. */
const aRun = fc.record({ replay: fc.boolean(), orders: fc.nat(4) });

/** The steps of runs over a growing topic, with or without the guard. */
function runAll(runs: { replay: boolean; orders: number }[], guard: boolean): MailerStep[] {
  let inbox = emptyInbox;
  let [end, next, read] = [0, 0, 0];
  const steps: MailerStep[] = [];
  for (const { replay, orders } of runs) {
    end += orders;
    if (replay) next = 0;
    for (; next < end; next++) {
      const { effects } = project(initialView(), placedOrder(next).event);
      const held = guard && isCovered(inbox, next);
      if (!held) for (const { to, order } of effects) inbox = sendMail(inbox, { to, order, offset: next });
      steps.push({ offset: next, type: "OrderPlaced", effects, rebuild: next < read, held });
      read = Math.max(read, next + 1);
    }
  }
  return steps;
}

const screenOf = (steps: MailerStep[]) =>
  [
    { type: "MailerStarted", data: { guard: false, replay: false, from: 0, to: 0 } },
    ...steps.map((data): LabFact => ({ type: "RecordProjected", data })),
  ].reduce(evolve, initialState());

test("with the guard each order has exactly one mail, whatever is replayed", () => {
  fc.assert(
    fc.property(fc.array(aRun, { maxLength: 8 }), (runs) => {
      const { inbox } = screenOf(runAll(runs, true));
      expect(repeatedMails(inbox)).toBe(0);
      expect(inbox.mails).toHaveLength(runAll(runs, false).filter(({ rebuild }) => !rebuild).length);
    }),
  );
});

test("without the guard every record that is read again sends its mail again, and the alarm names it", () => {
  fc.assert(
    fc.property(fc.array(aRun, { maxLength: 5 }), (runs) => {
      const steps = runAll(runs, false);
      const again = steps.filter(({ rebuild }) => rebuild);
      const { inbox, alarms } = screenOf(steps);
      expect(repeatedMails(inbox)).toBe(again.length);
      expect(alarms.map(({ offset }) => offset)).toEqual(again.map(({ offset }) => offset).slice(-60));
      expect(alarms.every(({ effect, sent }) => effect === "SendMail" && sent)).toBe(true);
    }),
  );
});

test("a new run forgets the alarms of the last one and keeps the mails; a closed lab keeps nothing", () => {
  const steps = runAll(
    [
      { replay: false, orders: 2 },
      { replay: true, orders: 1 },
    ],
    false,
  );
  const state = screenOf(steps);
  expect(state.inbox.mails).toHaveLength(5);
  expect(state.alarms).toHaveLength(2);
  const started = { type: "MailerStarted", data: { guard: true, replay: false, from: 3, to: 3 } };
  const next = evolve(state, started);
  expect([next.alarms.length, next.inbox.mails.length]).toEqual([0, 5]);
  const closed = { type: "LabClosed", data: { reason: "idle", message: { message: "", sentences: [] } } };
  expect(evolve(next, closed)).toEqual(initialState());
});

test("what is no order leads to no mail", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("OrderPaid", "", null), (data, type) => {
      expect(project(initialView(), { type, data: data as never })).toEqual({
        view: initialView(),
        effects: [],
      });
    }),
  );
});
