import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { exercisesOnTheShelf } from "./exercises/exercise-data.ts";
import { lessonFiles } from "./language/in-spoken.ts";
import { lessonFrontmatter } from "./lessons/frontmatter.ts";
import type { ExercisePayload } from "./workbench/payload.ts";

export const collections = {
  lessons: defineCollection({
    loader: glob({ base: "../lessons", pattern: lessonFiles("../lessons") }),
    schema: lessonFrontmatter,
  }),
  exercises: defineCollection({
    loader: exercisesOnTheShelf(),
    schema: z.custom<ExercisePayload>((value) => typeof value === "object" && value !== null),
  }),
};
