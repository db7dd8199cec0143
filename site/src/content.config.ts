import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import type { ExercisePayload } from "./exercise/exercise-payload.ts";
import { exerciseLoader } from "./exercise-pages/exercise-loader.ts";
import { lessonFiles } from "./language/translated-files.ts";
import { lessonFrontmatter } from "./lessons/frontmatter.ts";

export const collections = {
  lessons: defineCollection({
    loader: glob({ base: "../lessons", pattern: lessonFiles("../lessons") }),
    schema: lessonFrontmatter,
  }),
  exercises: defineCollection({
    loader: exerciseLoader(),
    schema: z.custom<ExercisePayload>((value) => typeof value === "object" && value !== null),
  }),
};
