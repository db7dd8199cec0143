import { useEffect, useState } from "react";
import type { ExercisePayload } from "../workbench/payload.ts";
import { type Listed, listOnServer, pageOnServer } from "./server-shelf.ts";

/** An exercise that the page's address names by its id, as the course's server gives it. */
export type Opened =
  | { kind: "asking" }
  | { kind: "there"; payload: ExercisePayload; shelf: Listed[] }
  /** There is none to be shown, in words for the learner. */
  | { kind: "none"; why: string };

let asked: Promise<Opened> | undefined;

/** What the address names. Text and workbench of the page share one answer. */
export function useOpened(base: string): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: "asking" });
  useEffect(() => {
    asked ??= open(base, new URLSearchParams(location.search).get("id"));
    asked.then(setOpened);
  }, [base]);
  return opened;
}

async function open(base: string, id: string | null): Promise<Opened> {
  if (!id) {
    const why =
      "The address names no exercise. An exercise of a pack opens by the link that the server prints.";
    return { kind: "none", why };
  }
  try {
    const shelf = await listOnServer(base);
    if (!shelf) {
      const why =
        "This exercise comes from the course’s server, and none answers here. Start it with `npm start -- --pack <folder>`, then reload this page.";
      return { kind: "none", why };
    }
    return { kind: "there", payload: await pageOnServer(base, id), shelf };
  } catch (problem) {
    return { kind: "none", why: problem instanceof Error ? problem.message : String(problem) };
  }
}
