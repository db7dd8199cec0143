import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { exerciseDetails, exercisePayload, exerciseSummary } from "../../engine/protocol/exercise-schemas.ts";
import { earnedSolution } from "../../engine/protocol/response-schemas.ts";
import type { Playground } from "../playground.ts";
import { openApiResponses } from "./openapi-responses.ts";
import { withRouteTypes } from "./validation.ts";

/** What the list says of an exercise, and what more is said of one alone. The solution is in neither: it is earned. */
const summary = [
  ...(["id", "title", "lesson", "optional", "concepts", "difficulty", "prerequisites"] as const),
  ...(["form", "entry", "scope", "slice", "view"] as const),
];
const details = [...summary, ...(["readme", "starter", "types", "hints", "commands"] as const)];

const params = z.object({ id: z.string() });

/** Reading exercises, and their solutions once they are earned. */
export function addExerciseRoutes(app: FastifyInstance, playground: Playground): void {
  const routes = withRouteTypes(app);
  routes.get(
    "/api/exercises",
    { schema: { summary: "All exercises", response: openApiResponses("A list", z.array(exerciseSummary)) } },
    async () => {
      const exercises = await playground.exercises();
      return exercises.map((exercise) => ({ ...pick(exercise, summary), pack: exercise.pack }));
    },
  );
  routes.get(
    "/api/exercises/:id",
    {
      schema: {
        summary: "One exercise",
        params,
        response: openApiResponses("Starter, types, hints", exerciseDetails),
      },
    },
    async ({ params }) => {
      const exercise = await playground.exercise(params.id);
      const checks = exercise.checks.checks.map(({ id, title }) => ({ id, title }));
      return { ...pick(exercise, details), checks };
    },
  );
  routes.get(
    "/api/exercises/:id/page",
    {
      schema: {
        summary: "What the workbench shows of an exercise when its page opens",
        params,
        response: openApiResponses(
          "Texts as HTML, starter, event types, records and the starter's trace",
          exercisePayload,
        ),
      },
    },
    async ({ params }, reply) =>
      reply.header("cache-control", "no-store").send(await playground.page(params.id)),
  );
  routes.get(
    "/api/exercises/:id/solution",
    {
      schema: {
        summary:
          "A solution, for a session that passed the exercise or let three different answers be checked",
        params,
        response: openApiResponses("The solution, and after a pass the other approaches", earnedSolution),
      },
    },
    async ({ params, caller }, reply) =>
      reply.header("cache-control", "no-store").send(await playground.solution(params.id, caller)),
  );
}

function pick<T, Name extends keyof T>(from: T, names: readonly Name[]): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, Name>;
}
