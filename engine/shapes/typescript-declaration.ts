import { type EventTypesOfLog, mostTypes } from "./event-types-of-log.ts";
import type { Shape, ShapeMember } from "./shape.ts";

/**
 * The event types of a log as a declaration of TypeScript: a union named `name`, told apart by `type`. It uses `EventOf`
 * of the course's own types, as the event types of an exercise do.
 */
export function declarationOf(types: EventTypesOfLog, name: string): string {
  if (types.size === 0) return `type ${name} = EventOf<string, unknown>;\n`;
  const members = [...types].map(([type, { data }]) => `  | EventOf<${text(type)}, ${typeText(data, 2)}>`);
  // What is not told apart must be let in all the same.
  if (types.size >= mostTypes) members.push("  | EventOf<string, any>");
  return `type ${name} =\n${members.join("\n")};\n`;
}

/** A shape as a type. Objects too long for one line have a line for each member, indented by `indent` characters. */
export function typeText(shape: Shape, indent = 0): string {
  if (shape.any) return "any";
  const parts: string[] = [...shape.plain.filter((kind) => kind !== "null")];
  if (shape.list) parts.push(listText(shape.list, indent));
  if (shape.object) parts.push(objectText(shape.object, indent));
  if (shape.plain.includes("null")) parts.push("null");
  return parts.join(" | ") || "never";
}

function listText(shape: Shape, indent: number): string {
  const element = typeText(shape, indent);
  return / \| /.test(element) ? `(${element})[]` : `${element}[]`;
}

/** The type of an object without members. */
export const emptyObjectText = "Record<string, never>";

/** So long may a line be before an object takes a line for each member. */
const longestLine = 90;

function objectText(object: NonNullable<Shape["object"]>, indent: number): string {
  if ("each" in object) return `Record<string, ${typeText(object.each, indent)}>`;
  const members = Object.entries(object.members);
  if (members.length === 0) return emptyObjectText;
  const line = `{ ${members.map((member) => memberText(member, indent)).join("; ")} }`;
  if (line.length + indent <= longestLine && !line.includes("\n")) return line;
  const space = " ".repeat(indent + 2);
  const lines = members.map((member) => `${space}${memberText(member, indent + 2)};`);
  return `{\n${lines.join("\n")}\n${" ".repeat(indent)}}`;
}

function memberText([name, { shape, always }]: [string, ShapeMember], indent: number): string {
  const shown = /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__" ? name : text(name);
  // An object without a "constructor" of its own has the one that every object inherits.
  const inherited = !always && name in Object.prototype;
  return `${shown}${always ? "" : "?"}: ${inherited ? "any" : typeText(shape, indent)}`;
}

/** A text as TypeScript writes it; two line ends of Unicode would end the line in an old editor. */
function text(value: string): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
