import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  checkBody,
  compareBody,
  runBody,
  windowBody,
  windowQuery,
} from "../../engine/protocol/request-schemas.ts";
import { checkMessage, comparison } from "../../engine/protocol/response-schemas.ts";
import { linesMessage, progress, traceMessage } from "../../engine/protocol/trace-schemas.ts";
import type { Playground } from "../playground.ts";
import { WaitCancelled } from "../runs/fair-slot-queue.ts";
import { streamLines } from "./ndjson.ts";
import { openApiLines, openApiResponses } from "./openapi-responses.ts";
import { withRouteTypes } from "./validation.ts";

const params = z.object({ runId: z.string() });

/** Folding sources over logs, looking at the folds, grading them. */
export function addRunRoutes(app: FastifyInstance, playground: Playground): void {
  const routes = withRouteTypes(app);
  const stream = (request: FastifyRequest, reply: FastifyReply, work: Parameters<typeof streamLines>[2]) =>
    streamLines(reply, playground.unread.open(request.caller.address), work);

  routes.post(
    "/api/runs",
    {
      schema: {
        summary: "Fold a source over a slice of a log",
        body: runBody,
        response: openApiLines("start, step, keyframe and progress lines, then one end", traceMessage),
      },
    },
    (request, reply) =>
      stream(request, reply, (emit, signal, emitKept) =>
        playground.run(request.body, request.caller, emit, signal, emitKept),
      ),
  );
  routes.get(
    "/api/runs/:runId/window",
    {
      schema: {
        summary: "The steps around a position of a long fold of this session that is still kept",
        params,
        querystring: windowQuery,
        response: openApiLines("start, step and keyframe lines, then one end", traceMessage),
      },
    },
    (request, reply) => {
      const place = { ...request.params, ...request.query };
      return stream(request, reply, (emit, signal) => playground.window(place, request.caller, emit, signal));
    },
  );
  routes.post(
    "/api/runs/:runId/window",
    {
      schema: {
        summary:
          "The same from any server: one that does not keep the fold makes it again from the run in the body, whose log names the slice of the run's start",
        params,
        body: windowBody,
        response: openApiLines(
          "progress lines of the fold, then start, step and keyframe lines, then one end",
          traceMessage,
        ),
      },
    },
    (request, reply) => {
      const place = { ...request.params, ...request.body };
      return stream(request, reply, (emit, signal) => playground.window(place, request.caller, emit, signal));
    },
  );
  routes.post(
    "/api/lines",
    {
      schema: {
        summary: "The lines of a source that each step of a run goes through",
        body: runBody,
        response: openApiLines("lines lines, the first with index -1, then one end", linesMessage),
      },
    },
    (request, reply) =>
      stream(request, reply, (emit, signal) => playground.lines(request.body, request.caller, emit, signal)),
  );
  routes.get(
    "/api/runs/:runId/window/lines",
    {
      schema: {
        summary: "The same for the steps around a position of a long fold of this session that is still kept",
        params,
        querystring: windowQuery,
        response: openApiLines("lines lines, then one end", linesMessage),
      },
    },
    (request, reply) => {
      const place = { ...request.params, ...request.query };
      return stream(request, reply, (emit, signal) =>
        playground.windowLines(place, request.caller, emit, signal),
      );
    },
  );
  routes.post(
    "/api/runs/:runId/window/lines",
    {
      schema: {
        summary: "The same from any server, as for the window itself",
        params,
        body: windowBody,
        response: openApiLines("progress and lines lines, then one end", z.union([progress, linesMessage])),
      },
    },
    (request, reply) => {
      const place = { ...request.params, ...request.body };
      return stream(request, reply, (emit, signal) =>
        playground.windowLines(place, request.caller, emit, signal),
      );
    },
  );
  routes.post(
    "/api/checks",
    {
      schema: {
        summary: "Grade a source against an exercise",
        body: checkBody,
        response: openApiLines(
          "progress lines while it waits, check lines, then one end",
          z.union([progress, checkMessage]),
        ),
      },
    },
    (request, reply) =>
      stream(request, reply, (emit, signal) => playground.check(request.body, request.caller, emit, signal)),
  );
  routes.post(
    "/api/comparisons",
    {
      schema: {
        summary:
          "A source's fold of an exercise's log beside the reference solution's, for a session that had an answer checked",
        body: compareBody,
        response: openApiResponses(
          "Both traces, without the solution's code, and the steps after which what counts differs",
          comparison,
        ),
      },
    },
    async (request, reply) => {
      const left = new AbortController();
      reply.raw.once("close", () => left.abort(new WaitCancelled()));
      const comparison = await playground.compare(request.body, request.caller, left.signal);
      return reply.header("cache-control", "no-store").send(comparison);
    },
  );
}
