import { isObject } from "../../../engine/fold/json.ts";
import { pathKeys } from "../../../engine/fold/json-patch.ts";
import type { Trace } from "../../../engine/fold/trace.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

/** What `wording` names is there: the types of events, what their data holds, and the parts of the state. */
export async function wordingNames(subject: ExerciseUnderCheck): Promise<Remark[]> {
  const { exercise, yaml, reference } = subject;
  const { wording, events } = exercise;
  const traces = [await reference.own(), ...(await reference.others())].map((each) => each.reference);
  const fieldsOf = dataFields(traces);
  const types = [...new Set([...Object.keys(events), ...fieldsOf.keys()])];
  const remark = (path: PropertyKey[], wrong: string, name: string, names: string[]): Remark => {
    const near = nearestName(name, names);
    return {
      file: subject.file("exercise.yaml"),
      line: yaml.lineOf(["wording", ...path]),
      wrong,
      next: near ? `Write ${near}.` : `Remove it, or write one of: ${names.join(", ") || "none"}.`,
      needed: "course",
    };
  };
  const remarks: Remark[] = [];
  for (const [type, text] of Object.entries(wording.events ?? {})) {
    const fields = fieldsOf.get(type);
    if (!types.includes(type))
      remarks.push(
        remark(["events", type], `\`wording\` describes ${type}, but no event has this type.`, type, types),
      );
    for (const [, name = ""] of fields ? text.matchAll(/\{(\w+)\}/g) : []) {
      if (!fields?.has(name))
        remarks.push(
          remark(
            ["events", type],
            `\`wording\` of ${type} names {${name}}, but no ${type} has \`${name}\` in its data.`,
            name,
            [...(fields ?? [])],
          ),
        );
    }
  }
  const parts = changedParts(traces);
  for (const [at, part] of (wording.changes ?? []).entries()) {
    if (!parts.includes(part))
      remarks.push(
        remark(
          ["changes", at],
          `\`wording.changes\` names ${part}, but no step changes a part with this name.`,
          part,
          parts,
        ),
      );
  }
  return remarks;
}

/** By type of event, the names in the data of all events of this type. */
function dataFields(traces: Trace[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { event } of traces.flatMap(({ steps }) => steps)) {
    if (!event) continue;
    const { type, data } = event;
    const known = fields.get(type) ?? new Set();
    for (const name of isObject(data) ? Object.keys(data) : []) known.add(name);
    fields.set(type, known);
  }
  return fields;
}

/** The parts of the state that some step changes, as the description of a step names them. */
function changedParts(traces: Trace[]): string[] {
  const parts = new Set<string>();
  for (const { patch, key } of traces.flatMap(({ steps }) => steps)) {
    for (const operation of patch) {
      const [first, second] = pathKeys(operation.path);
      const isOfKey = first !== undefined && first === key;
      const named = isOfKey ? second : first;
      if (named !== undefined) parts.add(named);
      // The state of a key, or the whole, is there for the first time.
      else if (operation.op !== "remove" && isObject(operation.value))
        for (const name of Object.keys(operation.value)) parts.add(name);
    }
  }
  return [...parts];
}
