import type { AnyNode, Property, SwitchCase } from "acorn";
import { isFunction } from "../../../syntax/walk-nodes.ts";
import { type Edit, type Mistakes, type Place, removalOf } from "../mutant.ts";
import { withoutMember } from "./members.ts";

/** A case that is missing: its events fall to the default. So does an entry of a table of functions. */
export const cases: Mistakes = (place) => {
  const { node } = place;
  switch (node.type) {
    case "SwitchStatement":
      return node.cases.flatMap((each, at) =>
        each.test ? [withoutCase(place, each, each.test, node.cases[at - 1])] : [],
      );
    case "ObjectExpression":
      return node.properties.flatMap((member) =>
        member.type === "Property" && isEntry(member)
          ? [withoutMember(place, "dropped case", member, node)]
          : [],
      );
    default:
      return [];
  }
};

function withoutCase(place: Place, node: SwitchCase, test: AnyNode, previous: SwitchCase | undefined): Edit {
  // Where the case before runs on into this one, its events still need the body.
  const shared = previous !== undefined && !ends(previous.consequent.at(-1));
  const colon = place.token(":", { start: test.end, end: node.end });
  const end = node.consequent.length === 0 || shared ? (colon?.end ?? node.end) : node.end;
  return removalOf(place, "dropped case", { start: node.start, end }, test);
}

/** Whether nothing runs on after a statement. */
function ends(last: AnyNode | undefined): boolean {
  switch (last?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    case "BlockStatement":
      return ends(last.body.at(-1));
    case "IfStatement":
      return ends(last.consequent) && ends(last.alternate ?? undefined);
    default:
      return false;
  }
}

/** The functions that the engine looks for: without them nothing is folded at all. */
const parts = new Set(["initialState", "initialView", "evolve", "project", "decide", "upcast"]);

/** Whether a property of an object is a function, as an entry of a table is. */
function isEntry({ value, key, computed }: Property): boolean {
  const isPart = key.type === "Identifier" && !computed && parts.has(key.name);
  return isFunction(value) && !isPart;
}
