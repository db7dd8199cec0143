import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { deduplicatePayload } from "../../exercise-pages/deduplicated-payload.ts";

/** An exercise as a file beside its page: a lesson's page carries its first exercise, and opens the others from here. */
export async function getStaticPaths() {
  const entries = await getCollection("exercises");
  return entries.map(({ id, data }) => ({ params: { id }, props: { payload: deduplicatePayload(data) } }));
}

export const GET: APIRoute = ({ props }) => Response.json(props.payload);
