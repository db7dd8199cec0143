import type { FastifyInstance } from "fastify";
import type { Playground } from "../playground.ts";
import { GivenUp } from "../runs/queue.ts";
import { appendBody, checkBody, compareBody, logQuery, parse, runBody, windowQuery } from "../schemas.ts";
import { counters, metricsText } from "./metrics.ts";
import { streamLines } from "./ndjson.ts";
import { openApi } from "./openapi.ts";

/** What is told of an exercise in the list, and what more on its own. The solution is in neither: it is earned. */
const listed = [
  ...(["id", "title", "lesson", "optional", "concepts", "difficulty", "prerequisites"] as const),
  ...(["form", "entry", "scope", "slice", "view"] as const),
];
const told = ["readme", "starter", "types", "hints", "commands"] as const;

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

  app.get("/api/cluster", async ({ caller }, reply) =>
    reply.header("cache-control", "no-store").send(await playground.cluster(caller)),
  );

  app.get("/api/exercises", async () => {
    const exercises = await playground.exercises();
    return exercises.map((exercise) => ({ ...pick(exercise, listed), pack: exercise.pack }));
  });
  app.get<{ Params: { id: string } }>("/api/exercises/:id", async ({ params }) => {
    const exercise = await playground.exercise(params.id);
    const checks = exercise.checks.checks.map(({ id, title }) => ({ id, title }));
    return { ...pick(exercise, [...listed, ...told]), checks };
  });

  app.get<{ Params: { id: string } }>("/api/exercises/:id/page", async ({ params }, reply) =>
    reply.header("cache-control", "no-store").send(await playground.page(params.id)),
  );

  app.get<{ Params: { id: string } }>("/api/exercises/:id/solution", async ({ params, caller }, reply) =>
    reply.header("cache-control", "no-store").send(await playground.solution(params.id, caller)),
  );

  app.post("/api/runs", (request, reply) => {
    const body = parse(runBody, request.body);
    return streamLines(reply, (emit, signal) => playground.run(body, request.caller, emit, signal));
  });
  app.get<{ Params: { runId: string } }>("/api/runs/:runId/window", (request, reply) => {
    const place = { runId: request.params.runId, ...parse(windowQuery, request.query) };
    return streamLines(reply, (emit, signal) => playground.window(place, request.caller, emit, signal));
  });
  app.post("/api/lines", (request, reply) => {
    const body = parse(runBody, request.body);
    return streamLines(reply, (emit, signal) => playground.lines(body, request.caller, emit, signal));
  });
  app.get<{ Params: { runId: string } }>("/api/runs/:runId/window/lines", (request, reply) => {
    const place = { runId: request.params.runId, ...parse(windowQuery, request.query) };
    return streamLines(reply, (emit, signal) => playground.windowLines(place, request.caller, emit, signal));
  });
  app.post("/api/checks", (request, reply) => {
    const body = parse(checkBody, request.body);
    return streamLines(reply, (emit, signal) => playground.check(body, request.caller, emit, signal));
  });
  app.post("/api/comparisons", async (request, reply) => {
    const body = parse(compareBody, request.body);
    const left = new AbortController();
    reply.raw.once("close", () => left.abort(new GivenUp()));
    const comparison = await playground.compare(body, request.caller, left.signal);
    return reply.header("cache-control", "no-store").send(comparison);
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

function pick<T, Name extends keyof T>(from: T, names: readonly Name[]): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, Name>;
}
