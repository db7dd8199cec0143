import type { Entry } from "../../../engine/fold/trace.ts";
import type { EventTypesOfLog } from "../../../engine/shapes/event-types-of-log.ts";
import { typeText } from "../../../engine/shapes/typescript-declaration.ts";
import { starter as words } from "../../../language/english/playground.ts";

/** More cases than this are no help to begin with. */
const mostCases = 20;
/** A type longer than this is no comment any more: it stands below the editor. */
const longestComment = 90;

/**
 * Code to begin with: it counts the events of each type, and has a case for each type that the log holds. It runs as it
 * is.
 */
export function starterFor(types: EventTypesOfLog, { kind }: Entry): string {
  return kind === "projector" ? projector(types) : reducer(types);
}

const reducer = (types: EventTypesOfLog) => `type State = { seen: Record<string, number> };

export function initialState(): State {
  return { seen: {} };
}

// ${words.what}
export function evolve(state: State, event: LogEvent): State {
${body("state", types, "  ")}
}
`;

const projector = (types: EventTypesOfLog) => `type View = { seen: Record<string, number> };

export const overview = {
  initialView(): View {
    return { seen: {} };
  },
  // ${words.project}
  project(view: View, event: LogEvent): View {
${body("view", types, "    ")}
  },
};
`;

function body(state: string, types: EventTypesOfLog, space: string): string {
  const cases = [...types].slice(0, mostCases).map(([type, { data }]) => {
    const shape = typeText(data);
    const told =
      shape.length <= longestComment && !/[\n\r\u2028\u2029]/.test(shape)
        ? `\n${space}    // event.data: ${shape}`
        : "";
    return `${space}  case ${literal(type)}:${told}\n${space}    return { ...${state}, seen };`;
  });
  return [
    `${space}const seen = { ...${state}.seen, [event.type]: (${state}.seen[event.type] ?? 0) + 1 };`,
    ...(cases.length > 0 ? [`${space}// ${words.each}`] : []),
    `${space}switch (event.type) {`,
    ...cases,
    `${space}  default:`,
    `${space}    return ${state}; // ${words.unknown}`,
    `${space}}`,
  ].join("\n");
}

/** A text as TypeScript writes it, on one line. */
function literal(type: string): string {
  return JSON.stringify(type).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
