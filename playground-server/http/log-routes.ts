import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { logRecord, position } from "../../engine/protocol/log-schemas.ts";
import { appendBody, logQuery } from "../../engine/protocol/request-schemas.ts";
import type { Playground } from "../playground.ts";
import { openApiResponses } from "./openapi-responses.ts";
import { withRouteTypes } from "./validation.ts";

/** Reading topics, and appending to one's own. */
export function addLogRoutes(app: FastifyInstance, playground: Playground): void {
  const routes = withRouteTypes(app);
  routes.post(
    "/api/events",
    {
      schema: {
        summary: "Append an event to a topic of your own",
        body: appendBody,
        response: openApiResponses("The position", z.object({ position })),
      },
    },
    async ({ body, caller }) => {
      const position = await playground.append(body, caller);
      playground.metrics.appended.inc();
      return { position };
    },
  );
  routes.get(
    "/api/logs",
    {
      schema: {
        summary: "Topics you may read",
        response: openApiResponses("A list of names", z.object({ topics: z.array(z.string()) })),
      },
    },
    async ({ caller }) => ({ topics: await playground.topics(caller) }),
  );
  routes.get(
    "/api/logs/:topic",
    {
      schema: {
        summary: "The records of a topic",
        params: z.object({ topic: z.string() }),
        querystring: logQuery,
        response: openApiResponses("One record a line", logRecord, "application/x-ndjson"),
      },
    },
    async ({ params, query, caller }, reply) => {
      const records = await playground.records(params.topic, query, caller);
      return reply
        .type("application/x-ndjson")
        .header("cache-control", "no-store")
        .send(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    },
  );
}
