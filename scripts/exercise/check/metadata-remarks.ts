import type { z } from "zod";
import { exerciseMetadata } from "../../../exercises/metadata.ts";
import { nearestName } from "../../authoring/nearest-name.ts";
import type { Remark } from "../../authoring/remark.ts";
import type { YamlText } from "../../authoring/yaml-text.ts";

/**
 * What `exercise.yaml` says that the schema does not allow, a remark each with its line. `whole` is its content together
 * with what it inherits; what is wrong in an inherited value stands in `pack.yaml`.
 */
export function metadataRemarks(
  whole: Record<string, unknown>,
  yaml: YamlText,
  files: { own: string; pack: string },
): Remark[] {
  const result = exerciseMetadata.safeParse(whole);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) =>
    describeIssue(issue, whole).map(({ wrong, next, path }): Remark => {
      const isOwn = path.length < 2 || Object.hasOwn(yaml.content, path[0] as string);
      const inherited = !isOwn || (path.length === 1 && isInherited(path, whole, yaml));
      return inherited
        ? { file: files.pack, wrong, next, needed: "always" }
        : { file: files.own, line: yaml.lineOf(path), wrong, next, needed: "always" };
    }),
  );
}

function isInherited([key]: PropertyKey[], whole: Record<string, unknown>, { content }: YamlText): boolean {
  return Object.hasOwn(whole, key as string) && !Object.hasOwn(content, key as string);
}

interface Told {
  wrong: string;
  next: string;
  path: PropertyKey[];
}

function describeIssue(issue: z.core.$ZodIssue, whole: unknown): Told[] {
  const { path } = issue;
  const name = `\`${path.join(".")}\``;
  if (issue.code === "unrecognized_keys") {
    const allowed = keysAt(exerciseMetadata, path);
    return issue.keys.map((key) => {
      const near = nearestName(key, allowed);
      return {
        wrong: `\`${[...path, key].join(".")}\` is nothing that exercise.yaml knows.`,
        next: near
          ? `Did you mean \`${near}\`? If not, remove it.`
          : `Remove it. Valid names: ${allowed.join(", ")}.`,
        path: [...path, key],
      };
    });
  }
  if (valueAt(whole, path) === undefined) {
    return [{ wrong: `${name} is missing.`, next: `Add a line for it. ${wanted(issue)}`, path }];
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    const near = nearestName(String(valueAt(whole, path)), values);
    const next = near ? `Did you mean ${near}?` : "Choose one of them.";
    return [{ wrong: `${name} must be ${formatList(values)}.`, next, path }];
  }
  return [{ wrong: `${name} cannot be ${shortenValue(valueAt(whole, path))}.`, next: wanted(issue), path }];
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `It is ${article(issue.expected)}.`;
  if (issue.code === "too_small") return `Write ${issue.minimum} or more.`;
  if (issue.code === "too_big") return `Write ${issue.maximum} or less.`;
  if (issue.code === "invalid_value") return `Write ${formatList(issue.values.map(String))}.`;
  if (issue.code === "invalid_key") return `A name: ${issue.issues[0]?.message}.`;
  return `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`;
}

function article(type: string): string {
  const names: Record<string, string> = {
    string: "a text",
    int: "a whole number",
    number: "a number",
    boolean: "true or false",
    array: "a list",
    object: "a map of keys to values",
    record: "a map of keys to values",
  };
  return names[type] ?? `a ${type}`;
}

function formatList(values: string[]): string {
  return values.length < 2 ? String(values[0]) : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

function shortenValue(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce(
    (part, key) =>
      typeof part === "object" && part !== null ? (part as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** The keys that the schema allows at a path. */
function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  let part = insideOf(schema);
  for (const key of path) {
    const { shape, valueType, element } = part.def;
    part = insideOf((shape?.[key as string] ?? valueType ?? element) as z.ZodType);
  }
  return Object.keys(part.def.shape ?? {});
}

interface Inside {
  def: {
    innerType?: z.ZodType;
    shape?: Record<string, z.ZodType>;
    valueType?: z.ZodType;
    element?: z.ZodType;
  };
}

/** What an optional schema, or one with a default, wraps. */
function insideOf(schema: z.ZodType): Inside {
  const { innerType } = (schema as unknown as Inside).def;
  return innerType ? insideOf(innerType) : (schema as unknown as Inside);
}
