import { stringify } from "yaml";
import { z } from "zod";
import { exerciseMetadata, packMetadata } from "../../exercises/metadata.ts";
import { lessonJsonSchema } from "../../site/src/lessons/frontmatter.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Editors know these files from `.vscode/settings.json`; the keys that people look up are in `docs/`. */
export const exerciseSchemaFile = "exercises/exercise.schema.json";
export const packSchemaFile = "exercises/pack.schema.json";
const lessonSchemaFile = "lessons/lesson.schema.json";
const keysFile = "docs/exercise-keys.md";

/** What `npm run schemas` writes, by the file's path in the project: each follows from the schemas that read the files. */
export function schemaFiles(): Record<string, string> {
  const exercise = z.toJSONSchema(exerciseMetadata, { io: "input" });
  const pack = z.toJSONSchema(packMetadata, { io: "input" });
  return {
    [exerciseSchemaFile]: jsonFile(exercise),
    [packSchemaFile]: jsonFile(pack),
    [lessonSchemaFile]: jsonFile(lessonJsonSchema()),
    [keysFile]: keysPage(exercise, pack),
  };
}

const jsonFile = (schema: JsonSchema) => `${JSON.stringify(schema, null, 2)}\n`;

function keysPage(exercise: JsonSchema, pack: JsonSchema): string {
  return `# The keys of \`exercise.yaml\` and \`pack.yaml\`

\`npm run schemas\` writes this page and the JSON Schemas for editors from the schema that reads the files.

## \`exercise.yaml\`

Only \`title\` is always needed, and \`starter\` unless \`form\` is \`predict\`.

${tableOf(exercise)}

## \`pack.yaml\`

${tableOf(pack)}
`;
}

function tableOf({ properties = {} }: JsonSchema): string {
  const rows = Object.entries(properties).map(([key, schema]) => {
    const {
      description = "",
      examples: [example] = [] as unknown[],
      default: without,
    } = schema as JsonSchema;
    const missing = without === undefined ? "" : code(inYaml(without));
    return [code(key), typeOf(schema as JsonSchema), missing, code(inYaml(example)), description];
  });
  return ["| key | type | without it | example | says |", "| --- | --- | --- | --- | --- |"]
    .concat(rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`))
    .join("\n");
}

/** A type in the words of somebody who writes YAML. */
function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(", ");
  if (schema.type === "array") return `list of ${typeOf(schema.items as JsonSchema)}`;
  if (schema.type !== "object") return schema.type === "integer" ? rangeOf(schema) : String(schema.type);
  const named = Object.keys(schema.properties ?? {});
  if (named.length > 0) return `object: ${named.map(code).join(", ")}`;
  const values = schema.additionalProperties;
  const isOpen = values === undefined || typeof values === "boolean" || Object.keys(values).length === 0;
  return isOpen ? "object" : `object of ${typeOf(values)}`;
}

function rangeOf({ minimum, maximum }: JsonSchema): string {
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return isBounded ? `whole number from ${minimum} to ${maximum}` : "whole number";
}

const inYaml = (value: unknown) => stringify(value, { lineWidth: 0, collectionStyle: "flow" }).trim();
const code = (text: string) => `\`${text}\``;
