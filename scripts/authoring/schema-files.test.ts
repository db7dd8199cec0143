import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { exerciseMetadata, packMetadata } from "../../exercises/metadata.ts";
import { rootFolder } from "../data-folder.ts";
import { exerciseSchemaFile, schemaFiles } from "./schema-files.ts";

const files = schemaFiles();

test.each(Object.entries(files))("%s is what npm run schemas writes", async (file, text) => {
  expect(await readFile(join(rootFolder, file), "utf8")).toBe(text);
});

test.each([
  ["exercise.yaml", exerciseMetadata.shape],
  ["pack.yaml", packMetadata.shape],
] as const)("every key of %s has a description and an example that it accepts", (_, shape) => {
  for (const [key, schema] of Object.entries(shape)) {
    const { description, examples = [] } = schema.meta() ?? {};
    expect(description, key).toMatch(/\.$/);
    expect(examples, key).toHaveLength(1);
    expect(schema.safeParse((examples as unknown[])[0]).success, key).toBe(true);
  }
});

test("an editor accepts what the course accepts, and underlines a misspelt key", () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(files[exerciseSchemaFile] as string));
  expect(validate({ title: "Rain gauge", starter: { check: "level" } })).toBe(true);
  expect(validate({ title: "Rain gauge", dificulty: 2 })).toBe(false);
});
