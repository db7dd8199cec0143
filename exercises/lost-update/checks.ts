import { isObject, type Json, sameJson } from "../../engine/fold/json.ts";
import type { CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { formatNumber, partsOf } from "../../engine/grading/message-parts.ts";
import { pageOf } from "./domain.ts";
import type { BrowserEvent } from "./events.d.ts";
import { generated } from "./logs.ts";
import { describePage, nameOf, shirts } from "./messages.ts";

type At = CheckContext<BrowserEvent>;

const compared = {
  applyNaive: ["qty"],
  applyWithVersion: ["qty", "version", "refused"],
  applyAsEvents: ["entries", "qty"],
};
type Design = keyof typeof compared;

/** What is compared of one design. What the pages show, and any other memory, is the learner's own. */
const design = (state: Json, name: Design) => partsOf(partsOf(state)[name]);
const differs = (at: At, name: Design) => !sameJson(partsOf(at.actual)[name], partsOf(at.expected)[name]);
const press = ({ event }: At) => (event?.type === "ButtonPressed" ? event.data : null);
const isRefused = (at: At) =>
  !sameJson(design(at.expected, "applyWithVersion").refused, design(at.before, "applyWithVersion").refused);

/** "At offset 3 Yeva pressed + on a page with 1 t-shirt and version 1." */
function pressed(at: At): string {
  const { by, change } = press(at) ?? { by: "", change: 0 };
  const page = describePage(pageOf(by, at.history));
  return `At offset ${at.offset} ${nameOf(by)} pressed ${change > 0 ? "+" : "−"} on ${page}.`;
}

function savedMessage(at: At): string {
  const now = design(at.actual, "applyWithVersion");
  const before = design(at.before, "applyWithVersion");
  const record = `${pressed(at)} The row had version ${before.version} and ${shirts(before.qty)}: nobody has saved since this page was shown.`;
  return sameJson(now.refused ?? null, before.refused ?? null)
    ? `${record} Your row now has version ${formatNumber(now.version ?? null)} and ${shirts(now.qty)}. Which two numbers does a save change?`
    : `${record} Your code refused it: \`refused\` is now ${JSON.stringify(now.refused ?? null)}. What is old about this page?`;
}

function refusedMessage(at: At): string {
  const { by } = press(at) ?? { by: "" };
  const { qty, version } = design(at.before, "applyWithVersion");
  const now = design(at.actual, "applyWithVersion");
  const saved = !sameJson([now.qty ?? null, now.version ?? null], [qty ?? null, version ?? null]);
  const row = `${pressed(at)} The row had version ${version}.`;
  const seen = pageOf(by, at.history);
  if (!saved)
    return `${row} Your row did not change, and \`refused\` is ${JSON.stringify(now.refused ?? null)}. How does ${nameOf(by)} learn that this press did not count?`;
  if (sameJson(seen.qty, qty ?? null))
    return `${row} Both say ${shirts(qty)}, and your code saved. Somebody else has saved since this page was shown. Which of the two numbers shows that, qty or version?`;
  return `${row} Your code saved, and the row now holds ${shirts(now.qty)}. Whose press did this save overwrite?`;
}

function appendedMessage(at: At): string {
  const { by, change } = press(at) ?? { by: "", change: 0 };
  const entries = design(at.actual, "applyAsEvents").entries;
  const last = Array.isArray(entries) ? entries.at(-1) : undefined;
  const before = design(at.before, "applyAsEvents").entries;
  const grew = Array.isArray(entries) && Array.isArray(before) && entries.length > before.length;
  const what = `At offset ${at.offset} ${nameOf(by)} pressed ${change > 0 ? "+" : "−"}, a change of ${formatNumber(change)}.`;
  return grew
    ? `${what} Your last entry is ${JSON.stringify(last)}. Would this entry still be true if somebody else had pressed a moment earlier?`
    : `${what} Your list has no new entry for it. What has to be in the log so that nobody's press is lost?`;
}

const checks: ExerciseChecks<BrowserEvent>["checks"] = [
  {
    id: "naive",
    title: "applyNaive stays as it was",
    covers: (at) => differs(at, "applyNaive"),
    message: (at) =>
      `After offset ${at.offset} \`applyNaive\` holds ${shirts(design(at.actual, "applyNaive").qty)}. It was finished when you opened it, and it loses updates on purpose. What have you changed there?`,
  },
  {
    id: "saved",
    title: "A save from a current page changes the quantity and the version",
    covers: (at) => press(at) !== null && differs(at, "applyWithVersion") && !isRefused(at),
    message: savedMessage,
  },
  {
    id: "refused",
    title: "A save from an old page is refused, and its person is named",
    covers: (at) => press(at) !== null && (differs(at, "applyWithVersion") || stopped(at)),
    message: refusedMessage,
  },
  {
    id: "appended",
    title: "An entry says what changed, not what the result was",
    covers: (at) =>
      press(at) !== null &&
      !sameJson(
        design(at.actual, "applyAsEvents").entries ?? null,
        design(at.expected, "applyAsEvents").entries ?? null,
      ),
    message: appendedMessage,
  },
  {
    id: "sum",
    title: "The quantity of the log is the sum of its entries",
    covers: (at) => press(at) !== null,
    message: (at) =>
      `After offset ${at.offset} your entries are right, but \`qty\` says ${shirts(design(at.actual, "applyAsEvents").qty)}. The cart began with 1. What do you get when you add the change of every entry to it?`,
  },
  {
    id: "only-presses",
    title: "Only a press changes the cart",
    covers: () => true,
    message: (at) =>
      at.event
        ? `The record at offset ${at.offset} is ${at.event.type}, and it is not a press. After it one of the three carts is not what it was. Which case ran, and what did it return?`
        : "Before the first record the three carts are not what they were. Each `initialView` was finished when you opened it. What have you changed there?",
  },
];

/** The three carts are as expected and the folds differ all the same: the learner's code stopped here. */
function stopped(at: At): boolean {
  return isRefused(at) && sameJson(at.expected, at.actual);
}

export default {
  checks,
  compare: (state) =>
    Object.fromEntries(
      Object.entries(compared).map(([name, parts]) => {
        const of = isObject(state) ? partsOf(state[name]) : {};
        return [name, Object.fromEntries(parts.map((part) => [part, of[part] ?? null]))];
      }),
    ),
  generated,
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the state it was given, at \`${path}\`. The workbench still shows that state for the step before. What can you return instead of changing it?`,
  },
} satisfies ExerciseChecks<BrowserEvent>;
