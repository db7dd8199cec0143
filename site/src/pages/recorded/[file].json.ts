import type { APIRoute } from "astro";
import { readShelf } from "../../../../exercises/shelf.ts";

/** The course's logs as files beside the pages: what the terminal reads where no server answers. */
export async function getStaticPaths() {
  const { topics } = await readShelf();
  return [
    { params: { file: "topics" }, props: { content: topics.map(({ topic }) => topic) } },
    ...topics.map((log) => ({ params: { file: log.topic }, props: { content: log } })),
  ];
}

export const GET: APIRoute = ({ props }) => Response.json(props.content);
