import type { FastifyInstance, FastifySchemaCompiler } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { z } from "zod";
import { parseRequest } from "../parse-request.ts";

const validator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (value) => {
    try {
      return { value: parseRequest(schema, value) };
    } catch (error) {
      return { error: error as Error };
    }
  };

/** Reads every request with the schemas of its route. What does not fit is refused in the words of `parseRequest`. */
export function addValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(validator);
  // Answers are not checked while the server runs: the tests hold them to the OpenAPI document.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
}

/** The same server, typed so that a handler gets what the schemas of its route say. */
export const withRouteTypes = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();
