import type { FastifyInstance } from "fastify";
import type { Playground } from "../playground.ts";
import { appendBody, checkBody, logQuery, parse, runBody } from "../schemas.ts";
import { counters, metricsText } from "./metrics.ts";
import { streamLines } from "./ndjson.ts";
import { openApi } from "./openapi.ts";

/** The HTTP API; `/api/openapi.json` describes it. */
export function addRoutes(app: FastifyInstance, playground: Playground): void {
  app.get("/healthz", async () => ({ alive: true }));
  app.get("/readyz", async () => {
    await playground.ready();
    return { ready: true, log: playground.log.settings.sentence };
  });
  app.get("/metrics", async (_, reply) =>
    reply.type("text/plain; version=0.0.4").send(metricsText(playground)),
  );
  app.get("/api/openapi.json", async () => openApi(playground.about().version));

  app.get("/api/about", async (_, reply) => {
    // Asks the broker for its version where that is not known yet; without a broker it stays unknown.
    await playground.log.reach().catch(() => {});
    return reply.header("cache-control", "no-store").send(playground.about());
  });

  app.get("/api/exercises", async () =>
    playground.shelf.exercises.map(({ id, title, lesson, optional, entry, scope, slice, view }) => ({
      ...{ id, title, lesson, optional, entry, scope, slice, view },
    })),
  );
  app.get<{ Params: { id: string } }>("/api/exercises/:id", async ({ params }) => {
    // The solution is not here: it has to be earned.
    const exercise = playground.exercise(params.id);
    const {
      id,
      title,
      lesson,
      optional,
      entry,
      scope,
      slice,
      view,
      readme,
      starter,
      types,
      hints,
      commands,
    } = exercise;
    const checks = exercise.checks.checks.map(({ id, title }) => ({ id, title }));
    return {
      id,
      title,
      lesson,
      optional,
      entry,
      scope,
      slice,
      view,
      readme,
      starter,
      types,
      hints,
      commands,
      checks,
    };
  });

  app.post("/api/runs", (request, reply) => {
    const body = parse(runBody, request.body);
    return streamLines(reply, (emit, signal) => playground.run(body, request.caller, emit, signal));
  });
  app.post("/api/checks", (request, reply) => {
    const body = parse(checkBody, request.body);
    return streamLines(reply, (emit, signal) => playground.check(body, request.caller, emit, signal));
  });
  app.post("/api/events", async (request) => {
    const body = parse(appendBody, request.body);
    const position = await playground.append(body, request.caller);
    counters.appended++;
    return { position };
  });

  app.get("/api/logs", async ({ caller }) => ({ topics: await playground.topics(caller) }));
  app.get<{ Params: { topic: string } }>("/api/logs/:topic", async (request, reply) => {
    const records = await playground.records(
      request.params.topic,
      parse(logQuery, request.query),
      request.caller,
    );
    return reply
      .type("application/x-ndjson")
      .header("cache-control", "no-store")
      .send(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  });
}
