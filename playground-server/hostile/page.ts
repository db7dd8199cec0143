import { TestClient } from "../testing/client.ts";
import type { House } from "./house.ts";

/** An open page of a learner: a WebSocket that has said hello. What it heard is kept with what the house said. */
export async function onPage<T>(
  house: House,
  work: (page: TestClient) => Promise<T>,
  session = house.learner,
): Promise<T> {
  const page = await TestClient.open(house.address, session);
  try {
    return await work(page);
  } finally {
    house.hear(page.heard.map((message) => JSON.stringify(message)).join("\n"));
    page.close();
  }
}

/** The messages of a run so far; its one end is the last. */
export function stepsOf(page: TestClient, id: string) {
  return page.answers(id).filter(({ kind }) => kind === "step");
}
