import { TestClient } from "../testing/websocket-client.ts";
import type { TargetServer } from "./target-server.ts";

/** An open page of a learner: a WebSocket that has said hello. What it heard is kept with what the server said. */
export async function withPage<T>(
  target: TargetServer,
  work: (page: TestClient) => Promise<T>,
  session = target.learner,
): Promise<T> {
  const page = await TestClient.open(target.address, session);
  try {
    return await work(page);
  } finally {
    target.hear(page.heard.map((message) => JSON.stringify(message)).join("\n"));
    page.close();
  }
}

/** The messages of a run so far; its one end is the last. */
export function stepsOf(page: TestClient, id: string) {
  return page.answers(id).filter(({ kind }) => kind === "step");
}
