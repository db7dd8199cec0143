import { z } from "zod";
import { errors } from "../errors.ts";
import { appendBody, checkBody, compareBody, logQuery, runBody, windowQuery } from "../schemas.ts";

const problem = {
  description: `A refusal. \`code\` is one of ${Object.keys(errors).join(", ")}.`,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function answered(description: string, type = "application/json") {
  return { "200": { description, content: { [type]: {} } }, default: problem };
}

function body(name: string) {
  return {
    required: true,
    content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
  };
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input" });

const queryOf = (schema: z.ZodType) =>
  Object.entries(schemaOf(schema).properties ?? {}).map(([name, schema]) => ({ name, in: "query", schema }));

/** The OpenAPI document, its schemas made from those that requests are read with. */
export function openApi(version: string) {
  const topic = { name: "topic", in: "path", required: true, schema: { type: "string" } };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  return {
    openapi: "3.1.0",
    info: {
      title: "Offset Zero playground",
      version,
      description:
        "Folds learners' code over Kafka logs. A session's token goes in the cookie or in the header X-Session; without one an answer brings a fresh one. The WebSocket at /api/ws takes the same requests.",
    },
    paths: {
      "/healthz": { get: { summary: "Alive", responses: answered("The server runs") } },
      "/readyz": {
        get: { summary: "Ready", responses: answered("Kafka, course logs and sandbox are there") },
      },
      "/metrics": { get: { summary: "Metrics", responses: answered("Prometheus text", "text/plain") } },
      "/api/about": { get: { summary: "Version, engine, log and limits", responses: answered("About") } },
      "/api/cluster": {
        get: {
          summary:
            "The running cluster: brokers, topics you may read with their offsets, your groups with their lag",
          responses: answered("Brokers, topics and groups"),
        },
      },
      "/api/exercises": { get: { summary: "All exercises", responses: answered("A list") } },
      "/api/exercises/{id}": {
        get: { summary: "One exercise", parameters: [id], responses: answered("Starter, types, hints") },
      },
      "/api/exercises/{id}/page": {
        get: {
          summary: "What the workbench shows of an exercise when its page opens",
          parameters: [id],
          responses: answered("Texts as HTML, starter, event types, records and the starter's trace"),
        },
      },
      "/api/exercises/{id}/solution": {
        get: {
          summary:
            "A solution, for a session that passed the exercise or let three different answers be checked",
          parameters: [id],
          responses: answered("The solution, and after a pass the other approaches"),
        },
      },
      "/api/runs": {
        post: {
          summary: "Fold a source over a slice of a log",
          requestBody: body("Run"),
          responses: answered(
            "start, step, keyframe and progress lines, then one end",
            "application/x-ndjson",
          ),
        },
      },
      "/api/runs/{runId}/window": {
        get: {
          summary: "The steps around a position of a long fold of this session that is still kept",
          parameters: [
            { name: "runId", in: "path", required: true, schema: { type: "string" } },
            ...queryOf(windowQuery),
          ],
          responses: answered("start, step and keyframe lines, then one end", "application/x-ndjson"),
        },
      },
      "/api/lines": {
        post: {
          summary: "The lines of a source that each step of a run goes through",
          requestBody: body("Run"),
          responses: answered("lines lines, the first with index -1, then one end", "application/x-ndjson"),
        },
      },
      "/api/runs/{runId}/window/lines": {
        get: {
          summary:
            "The same for the steps around a position of a long fold of this session that is still kept",
          parameters: [
            { name: "runId", in: "path", required: true, schema: { type: "string" } },
            ...queryOf(windowQuery),
          ],
          responses: answered("lines lines, then one end", "application/x-ndjson"),
        },
      },
      "/api/checks": {
        post: {
          summary: "Grade a source against an exercise",
          requestBody: body("Check"),
          responses: answered("check lines, then one end", "application/x-ndjson"),
        },
      },
      "/api/comparisons": {
        post: {
          summary:
            "A source's fold of an exercise's log beside the reference solution's, for a session that had an answer checked",
          requestBody: body("Compare"),
          responses: answered(
            "Both traces, without the solution's code, and the steps after which what counts differs",
          ),
        },
      },
      "/api/events": {
        post: {
          summary: "Append an event to a topic of your own",
          requestBody: body("Append"),
          responses: answered("The position"),
        },
      },
      "/api/logs": { get: { summary: "Topics you may read", responses: answered("A list of names") } },
      "/api/logs/{topic}": {
        get: {
          summary: "The records of a topic",
          parameters: [topic, ...queryOf(logQuery)],
          responses: answered("One record a line", "application/x-ndjson"),
        },
      },
    },
    components: {
      schemas: {
        Run: schemaOf(runBody),
        Check: schemaOf(checkBody),
        Compare: schemaOf(compareBody),
        Append: schemaOf(appendBody),
        Problem: {
          type: "object",
          required: ["type", "title", "status", "detail", "code"],
          properties: {
            type: { type: "string" },
            title: { type: "string" },
            status: { type: "integer" },
            detail: { type: "string" },
            code: { type: "string", enum: Object.keys(errors) },
          },
        },
      },
    },
  };
}
