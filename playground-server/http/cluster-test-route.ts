import type { FastifyInstance } from "fastify";
import { clusterTestBody, clusterTestMessage } from "../../engine/protocol/cluster-test-schemas.ts";
import type { Playground } from "../playground.ts";
import { streamLines } from "./ndjson.ts";
import { openApiLines } from "./openapi-responses.ts";
import { withRouteTypes } from "./validation.ts";

/** Whether a client with some settings can use a cluster. */
export function addClusterTestRoute(app: FastifyInstance, playground: Playground): void {
  withRouteTypes(app).post(
    "/api/cluster-test",
    {
      schema: {
        summary:
          "Connect to a Kafka cluster with a client's settings and say step by step what works and what to change; nothing is kept",
        body: clusterTestBody,
        response: openApiLines("A line for each step, then one end", clusterTestMessage),
      },
    },
    ({ body, caller }, reply) =>
      streamLines(reply, playground.unread.open(caller.address), (emit, signal) =>
        playground.work.do(signal, (given) => playground.clusterTests.run(body, caller, emit, given)),
      ),
  );
}
