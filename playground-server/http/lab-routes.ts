import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { labEvent, labHandled, labMessage, labSummary } from "../../engine/protocol/lab-schemas.ts";
import { labCommandBody, labEventsQuery } from "../../engine/protocol/request-schemas.ts";
import type { Playground } from "../playground.ts";
import { streamLines } from "./ndjson.ts";
import { openApiLines, openApiResponses } from "./openapi-responses.ts";
import { withRouteTypes } from "./validation.ts";

const params = z.object({ id: z.string() });

/** The labs: what there are, commands to one's own, and what happened in it. */
export function addLabRoutes(app: FastifyInstance, playground: Playground): void {
  const routes = withRouteTypes(app);
  const { labs, unread, work } = playground;
  routes.get(
    "/api/labs",
    {
      schema: {
        summary: "All labs: what each needs, whether that can run here, and the schemas of its commands",
        response: openApiResponses("A list", z.object({ labs: z.array(labSummary) })),
      },
    },
    async (_, reply) => reply.header("cache-control", "no-store").send({ labs: await labs.list() }),
  );
  routes.post(
    "/api/labs/:id/commands",
    {
      schema: {
        summary:
          "Ask your lab for something, such as { type: OpenLab } or what GET /api/labs lists; it is opened where it is closed",
        params,
        body: labCommandBody,
        response: openApiLines(
          "The events that happen until the command is done, one a line, then lab-handled",
          z.union([labEvent, labHandled]),
        ),
      },
    },
    ({ params, body, caller }, reply) =>
      streamLines(reply, unread.open(caller.address), (emit, signal) =>
        labs.handle(params.id, body, caller, emit, { wantsEvents: true, signal }),
      ),
  );
  routes.get(
    "/api/labs/:id/events",
    {
      schema: {
        summary:
          "What happened in your lab from an event on; with follow=true also what happens from now on, until you leave",
        params,
        querystring: labEventsQuery,
        response: openApiLines("One event a line, behind the screen before them", labMessage),
      },
    },
    ({ params, query, caller }, reply) =>
      streamLines(reply, unread.open(caller.address), async (emit, signal) => {
        const { from = 0, follow = false } = query;
        // An answer without an end would keep the server from stopping.
        const over = AbortSignal.any([signal, work.stopSignal]);
        if (follow) return labs.follow(params.id, from, caller, emit, over);
        for (const message of labs.read(params.id, from, caller)) emit(message);
      }),
  );
  routes.delete(
    "/api/labs/:id",
    {
      schema: {
        summary: "Remove everything of yours from a lab's real system; the lab begins anew",
        params,
        response: openApiResponses("Done", labHandled),
      },
    },
    async ({ params, caller }, reply) => {
      const handled = await labs.reset(params.id, caller);
      return reply.header("cache-control", "no-store").send(handled);
    },
  );
}
