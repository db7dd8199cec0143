import fc from "fast-check";
import { expect, test } from "vitest";
import type { LabFact } from "../../engine/labs/lab-event.ts";
import { evolveScreen, type LabScreen } from "../../engine/labs/lab-screen.ts";
import type { LabMessage } from "../../engine/protocol/lab-types.ts";
import { LabHistory } from "./lab-history.ts";
import { labLimits } from "./limits.ts";
import { counterLab } from "./testing/counter-lab.ts";

const { fold } = counterLab();

/** What a page shows that reads these messages. */
function screenOf(messages: LabMessage[]): LabScreen | null {
  return messages.reduce<LabScreen | null>((screen, message) => {
    if (message.kind === "lab-screen") return message.screen;
    return screen && evolveScreen(fold, screen, message);
  }, null);
}

const fact: fc.Arbitrary<LabFact | "reset"> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant("Added"), data: fc.record({ by: fc.nat(9) }) }) },
  { weight: 2, arbitrary: fc.constantFrom({ type: "LabOpened", data: {} }, { type: "Unknown", data: null }) },
  { weight: 1, arbitrary: fc.constant("reset" as const) },
);

test("whoever reads at any moment sees the screen of all that happened, however few events are kept", () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 60 }), fc.integer({ min: 4, max: 20 }), (facts, most) => {
      const short = new LabHistory(fold, most);
      const long = new LabHistory(fold, 1_000);
      for (const each of facts) {
        for (const history of [short, long]) {
          if (each === "reset") history.reset();
          else history.append(each);
        }
        expect(screenOf(short.read())).toEqual(screenOf(long.read()));
        expect(short.next).toBe(long.next);
        expect(short.read().length - 1).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test("events are read from an index on; behind the screen before them where they are no longer kept", () => {
  const history = new LabHistory(fold, 8);
  for (let n = 0; n < 20; n++) history.append({ type: "Added", data: { by: 1 } });
  const [screen, first] = history.read();
  expect(history.read(19).map((message) => message.index)).toEqual([19]);
  expect(history.read(2)[0]).toEqual(screen);
  expect(screen?.index).toBe(first?.index);
  expect(history.read(20)).toEqual([]);
});

test("an event with more bytes than one may have is refused, and one with as many is kept", () => {
  const history = new LabHistory(fold, 8);
  const frame = JSON.stringify({ type: "Filled", data: "" }).length;
  const fill = (bytes: number) => history.append({ type: "Filled", data: "x".repeat(bytes - frame) });
  expect(() => fill(labLimits.eventBytes + 1)).toThrow(RangeError);
  fill(labLimits.eventBytes);
  expect(history.next).toBe(1);
});

test("large events are folded earlier, so that a history has a limited number of bytes", () => {
  const history = new LabHistory(fold, 10_000);
  for (let n = 0; n < 100; n++) history.append({ type: "Filled", data: "x".repeat(60_000) });
  expect(JSON.stringify(history.read()).length).toBeLessThan(labLimits.historyBytes * 1.1);
  expect(history.next).toBe(100);
});

test("who listens hears each event once, until it stops", () => {
  const history = new LabHistory(fold, 8);
  const heard: number[] = [];
  const stop = history.listen(({ index }) => heard.push(index));
  history.append({ type: "Added", data: { by: 1 } });
  stop();
  history.append({ type: "Added", data: { by: 1 } });
  expect(heard).toEqual([0]);
});
