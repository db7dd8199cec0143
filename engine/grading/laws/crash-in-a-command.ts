import type { Json } from "../../fold/json.ts";
import { pathOfFirstDifference } from "../../fold/laws/violation.ts";
import { statesOf } from "../../fold/states-of-trace.ts";
import type { Step, Trace } from "../../fold/trace.ts";
import type { CheckContext } from "../checks.ts";
import type { FoldCase } from "../fold-job.ts";
import { differenceOf, type Law, lawTitle, sayBroken } from "./law.ts";

/** A command, and how many of its events were appended when the process died. */
interface Cut {
  command: number;
  /** The step of the command. */
  step: number;
  kept: number;
  of: number;
  folded: FoldCase;
}

/**
 * Effects are data: what a command leads to is a list of events, and a process may die after any of them. Whoever sent
 * the command has no answer then, and sends it again.
 */
export const crash: Law = {
  id: "crash",
  ...lawTitle("title-crash"),
  async broken({ traces, compare, most }, log, words) {
    const [whole] = await traces([log]);
    if (whole?.end.verdict !== "ok") return null;
    const expected = compare(whole.end.state);
    const cuts = cutsOf(whole, log).slice(0, most);
    const ends = await traces(cuts.map(({ folded }) => folded));
    for (const [i, cut] of cuts.entries()) {
      const trace = ends[i];
      const actual = trace?.end.verdict === "ok" ? compare(trace.end.state) : undefined;
      const path = pathOfFirstDifference(expected, actual);
      const command = whole.steps[cut.step]?.command;
      if (!path || !command) continue;
      const at: CheckContext = {
        index: cut.step,
        offset: null,
        position: null,
        event: null,
        command,
        history: whole.steps.slice(0, cut.step).flatMap(({ event }) => (event ? [event] : [])),
        before: compare(statesOf(whole)[cut.step] as Json),
        expected,
        actual: actual ?? null,
      };
      const message = sayBroken(words.crash?.(at), "crash-changes", {
        kept: cut.kept,
        of: cut.of,
        command: command.type,
        ...differenceOf({ index: cut.step, position: null, path, expected, actual }),
      });
      return { at, shown: cut.folded, folds: [log, cut.folded], message };
    }
    return null;
  },
};

function cutsOf(whole: Trace, { records, commands = [] }: Pick<FoldCase, "records" | "commands">): Cut[] {
  const places = whole.steps.flatMap((step, place) => (step.command ? [place] : []));
  const decided = whole.steps.slice(places[0] ?? whole.steps.length).filter(({ event }) => event);
  let before = 0;
  return places.flatMap((step, command) => {
    const next = places[command + 1] ?? whole.steps.length;
    const of = next - step - 1;
    const first = before;
    before += of;
    return Array.from({ length: of }, (_, i): Cut => {
      const kept = i + 1;
      const appended = decided
        .slice(0, first + kept)
        .map((each, place) => recordOf(each, records.length + place));
      const folded = { records: [...records, ...appended], commands: commands.slice(command) };
      return { command, step, kept, of, folded };
    });
  });
}

/** An event that `decide` gave, as the log keeps it. */
function recordOf({ event, key }: Step, offset: number): FoldCase["records"][number] {
  const { id, occurredAt, causationId } = (event as NonNullable<Step["event"]>).metadata;
  const value = JSON.stringify({
    type: event?.type,
    data: event?.data,
    metadata: { id, occurredAt, ...(causationId && { causationId }) },
  });
  return { position: { topic: "given", partition: 0, offset }, timestamp: 0, key, headers: {}, value };
}
