import type { APIRoute, GetStaticPaths } from "astro";
import { readShelf } from "../../../../../exercises/shelf.ts";
import { sliceOf } from "../../../../../exercises/topics.ts";
import { lineOf } from "../../../playground/open-log.ts";

/** The course's logs as files, one record on each line, in the order in which they are folded. */
export const getStaticPaths = (async () => {
  const { topics } = await readShelf();
  return topics.map((topic) => ({
    params: { topic: topic.topic },
    props: { lines: sliceOf(topic, {}).records.map(lineOf) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(`${(props.lines as string[]).join("\n")}\n`, {
    headers: { "content-type": "application/x-ndjson" },
  });
