import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { clusterNow, serverInfo } from "../../engine/protocol/response-schemas.ts";
import type { Playground } from "../playground.ts";
import { addClusterTestRoute } from "./cluster-test-route.ts";
import { addExerciseRoutes } from "./exercise-routes.ts";
import { addLabRoutes } from "./lab-routes.ts";
import { addLogRoutes } from "./log-routes.ts";
import { answerMethodNotAllowed } from "./method-not-allowed.ts";
import { openApiResponses } from "./openapi-responses.ts";
import { addRunRoutes } from "./run-routes.ts";
import { withRouteTypes } from "./validation.ts";
import { addressesForOthers } from "./wrong-host-page.ts";

/** The HTTP API. `/api/openapi.json` describes it, from the schemas of its routes. */
export function addRoutes(app: FastifyInstance, playground: Playground): void {
  const others = answerMethodNotAllowed(app);
  addServerRoutes(app, playground);
  addExerciseRoutes(app, playground);
  addRunRoutes(app, playground);
  addLogRoutes(app, playground);
  addLabRoutes(app, playground);
  addClusterTestRoute(app, playground);
  others.add();
}

/** What the server says of itself. */
function addServerRoutes(app: FastifyInstance, playground: Playground): void {
  const routes = withRouteTypes(app);
  routes.get(
    "/healthz",
    {
      schema: {
        summary: "Alive",
        response: openApiResponses("The server runs", z.object({ alive: z.literal(true) })),
      },
    },
    async () => ({ alive: true }),
  );
  routes.get(
    "/readyz",
    {
      schema: {
        summary: "Ready",
        response: openApiResponses(
          "Kafka, course logs and sandbox are there",
          z.object({ ready: z.literal(true), log: z.string() }),
        ),
      },
    },
    async () => {
      await playground.ready();
      return { ready: true, log: playground.log.settings.sentence };
    },
  );
  routes.get(
    "/metrics",
    {
      schema: { summary: "Metrics", response: openApiResponses("Prometheus text", z.string(), "text/plain") },
    },
    async (_, reply) => {
      const { text, contentType } = await playground.metrics.read();
      return reply.type(contentType).send(text);
    },
  );
  routes.get(
    "/api/openapi.json",
    {
      schema: {
        summary: "This document",
        response: openApiResponses("OpenAPI", z.record(z.string(), z.unknown())),
      },
    },
    async () => app.swagger(),
  );
  routes.get(
    "/api/about",
    {
      schema: { summary: "Version, engine, log and limits", response: openApiResponses("About", serverInfo) },
    },
    async (_, reply) => {
      // Asks the broker for its version where that is not known yet; without a broker it stays unknown.
      await playground.log.reach().catch(() => {});
      return reply.header("cache-control", "no-store").send(playground.about());
    },
  );
  routes.get(
    "/api/join",
    {
      schema: {
        summary:
          "Addresses at which other machines can open this server, the best first; none if it serves its own machine only",
        response: openApiResponses("Addresses", z.object({ addresses: z.array(z.string()) })),
      },
    },
    async (request, reply) =>
      reply
        .header("cache-control", "no-store")
        .send({ addresses: addressesForOthers(request, playground.settings) }),
  );
  routes.get(
    "/api/cluster",
    {
      schema: {
        summary:
          "The running cluster: brokers, topics you may read with their offsets, your groups with their lag",
        response: openApiResponses("Brokers, topics and groups", clusterNow),
      },
    },
    async ({ caller }, reply) =>
      reply.header("cache-control", "no-store").send(await playground.cluster(caller)),
  );
}
