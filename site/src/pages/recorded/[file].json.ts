import { join } from "node:path";
import type { APIRoute } from "astro";
import { openPack } from "../../../../exercises/catalog.ts";

/** Where the exercises lie as the site is built: this file is then part of a bundle that lies elsewhere. */
const catalog = join(process.cwd(), "../exercises");

/** The course's logs as files beside the pages: what the playground lists, and what the terminal reads where no server answers. */
export async function getStaticPaths() {
  const { topics } = await openPack(catalog);
  return [
    { params: { file: "topics" }, props: { content: topics.map(({ topic }) => topic) } },
    ...topics.map((log) => ({ params: { file: log.topic }, props: { content: log } })),
  ];
}

export const GET: APIRoute = ({ props }) => Response.json(props.content);
