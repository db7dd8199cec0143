import swagger, { type SwaggerTransformObject } from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { OpenAPIV3_1 } from "openapi-types";
import { schemaNames } from "./schema-names.ts";

const description =
  "Folds learners' code over Kafka logs. A session's token goes in the cookie or in the header X-Session; without one an answer brings a fresh one. A token that this server has not signed counts as new, and the answer brings its signed form. The WebSocket at /api/ws takes the same requests. Other methods than those listed are answered with 405 and Allow. Where an answer is application/x-ndjson, its schema is that of each line.";

const zodSettings = { schemaRegistry: schemaNames, zodToJsonConfig: { override() {} } };
const listSchemas = createJsonSchemaTransformObject(zodSettings);
const place = "#/components/schemas/";

/**
 * The library names a schema twice: `RunInput` where it is sent, `Run` where it is answered. No schema here is both, so
 * the document keeps what its routes refer to, by its plain name.
 */
const transformObject: SwaggerTransformObject = (given) => {
  const document = listSchemas(given) as OpenAPIV3_1.Document;
  const all = document.components?.schemas ?? {};
  const schemas: typeof all = {};
  const keepReferred = <Part extends object>(part: Part): Part =>
    JSON.parse(JSON.stringify(part), (key, value) => {
      if (key !== "$ref") return value;
      const name = value.slice(place.length);
      const plain = name.replace(/Input$/, "");
      if (!Object.hasOwn(schemas, plain)) {
        schemas[plain] = {};
        schemas[plain] = keepReferred(all[name] ?? {});
      }
      return place + plain;
    });
  return { ...document, paths: keepReferred(document.paths ?? {}), components: { schemas } };
};

/** Gathers the OpenAPI document from the schemas of all routes that are added after this; `app.swagger()` gives it. */
export async function addOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Offset Zero playground", version, description } },
    transform: createJsonSchemaTransform(zodSettings),
    transformObject,
    convertConstToEnum: false,
  });
  // Made once, before the first request: it takes longer than a run should have to wait.
  app.addHook("onReady", async () => void app.swagger());
}
