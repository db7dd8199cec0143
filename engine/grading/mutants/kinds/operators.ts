import type { AnyNode } from "acorn";
import { unwrapNode } from "../../../syntax/walk-nodes.ts";
import {
  type Edit,
  type Kind,
  type Mistakes,
  type Place,
  removalOf,
  replaced,
  replacementOf,
} from "../mutant.ts";

const signs: Record<string, string> = { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*" };
const assignedSigns: Record<string, string> = { "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=" };
const comparisons: Record<string, string> = {
  ">": ">=",
  ">=": ">",
  "<": "<=",
  "<=": "<",
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
};

/** A sign swapped, `>` for `>=`, an operand of `&&` or `||` forgotten, a default dropped. */
export const operators: Mistakes = (place) => {
  const { node } = place;
  switch (node.type) {
    case "BinaryExpression": {
      const swapped = (kind: Kind, other: string | undefined) =>
        other === undefined ? [] : otherOperator(place, kind, node, node.left, node.right, other);
      const text = isText(node.left) || isText(node.right);
      return [
        ...swapped("comparison", comparisons[node.operator]),
        ...(text ? [] : swapped("sign", signs[node.operator])),
      ];
    }
    case "AssignmentExpression": {
      const other = assignedSigns[node.operator];
      if (other === undefined || isText(node.right)) return [];
      return otherOperator(place, "sign", node, node.left, node.right, other);
    }
    case "UpdateExpression": {
      const operator = node.prefix
        ? { start: node.start, end: node.start + 2 }
        : { start: node.end - 2, end: node.end };
      return [replaced(place, "sign", operator, node.operator === "++" ? "--" : "++", node)];
    }
    case "UnaryExpression":
      if (node.operator !== "-" || unwrapNode(node.argument).type === "Literal") return [];
      return [replaced(place, "sign", node, place.text(node.argument))];
    case "LogicalExpression": {
      const { left, right, operator } = node;
      const kind = operator === "??" ? "dropped default" : "one side";
      return [left, right].map((side) => replacementOf(place, kind, node, place.text(side)));
    }
    case "AssignmentPattern":
      return [removalOf(place, "dropped default", { start: node.left.end, end: node.end }, node)];
    case "MemberExpression":
    case "CallExpression": {
      if (!node.optional) return [];
      const from = node.type === "CallExpression" ? node.callee.end : node.object.end;
      const question = place.token("?.", { start: from, end: node.end });
      const needsDot = node.type === "MemberExpression" && !node.computed;
      return question ? [replaced(place, "dropped default", question, needsDot ? "." : "", node)] : [];
    }
    default:
      return [];
  }
};

function otherOperator(
  place: Place,
  kind: Kind,
  whole: AnyNode,
  left: AnyNode,
  right: AnyNode,
  other: string,
): Edit[] {
  const operator = (whole as { operator?: string }).operator ?? "";
  const token = place.token(operator, { start: left.end, end: right.start });
  return token ? [replaced(place, kind, token, other, whole)] : [];
}

/** Whether an expression is a text for certain: another sign for it is no mistake that anybody makes. */
function isText(node: AnyNode): boolean {
  const inner = unwrapNode(node);
  if (inner.type === "BinaryExpression")
    return inner.operator === "+" && (isText(inner.left) || isText(inner.right));
  return inner.type === "TemplateLiteral" || (inner.type === "Literal" && typeof inner.value === "string");
}
