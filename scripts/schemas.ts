import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { schemaFiles } from "./authoring/schema-files.ts";
import { rootFolder } from "./data-folder.ts";

/** `npm run schemas`: writes the JSON Schemas for editors and the table of keys from the schemas that read the files. */
for (const [file, text] of Object.entries(schemaFiles())) await writeFile(join(rootFolder, file), text);
