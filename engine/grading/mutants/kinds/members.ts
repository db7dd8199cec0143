import type { ArrayExpression, ObjectExpression, Property, SpreadElement } from "acorn";
import { isFunction } from "../../../syntax/walk-nodes.ts";
import { type Edit, type Kind, type Mistakes, type Place, type Range, removalOf } from "../mutant.ts";

/** A property or a spread that an object or a list lacks. */
export const members: Mistakes = (place) => {
  const { node } = place;
  if (node.type === "ObjectExpression") {
    return node.properties.flatMap((member) => {
      if (member.type === "SpreadElement") return [withoutMember(place, "dropped spread", member, node)];
      return isFunction(member.value) ? [] : [withoutMember(place, "dropped property", member, node)];
    });
  }
  // A list that is nothing but a spread is a copy: see `copies`.
  if (node.type === "ArrayExpression" && node.elements.length > 1) {
    return node.elements.flatMap((element) =>
      element?.type === "SpreadElement" ? [withoutMember(place, "dropped spread", element, node)] : [],
    );
  }
  return [];
};

/** Takes a member out together with the comma after it, or the one before it where it is the last. */
export function withoutMember(
  place: Place,
  kind: Kind,
  member: Property | SpreadElement,
  whole: ObjectExpression | ArrayExpression,
): Edit {
  const list: unknown[] = whole.type === "ObjectExpression" ? whole.properties : whole.elements;
  const at = list.indexOf(member);
  const next = list[at + 1] as Range | undefined;
  const previous = list[at - 1] as Range | undefined;
  const start = next || !previous ? member.start : previous.end;
  return removalOf(place, kind, { start, end: next ? next.start : member.end }, nameOf(member));
}

function nameOf(member: Property | SpreadElement): Range {
  if (member.type === "SpreadElement") return member;
  return member.computed ? { start: member.start, end: member.key.end + 1 } : member.key;
}
