import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const exercise = "cart-read-only";
const source = readFileSync(join(import.meta.dirname, "../../exercises", exercise, "solution.ts"), "utf8");

/** Somebody with a session of their own. */
export interface Person {
  url: string;
  session: string;
}

export function visitor(url: string): Person {
  return { url, session: randomBytes(24).toString("hex") };
}

/** Runs the solution over the lesson's log. Milliseconds from the request to the first step and to the end. */
export async function runOnce(person: Person): Promise<{ firstStep: number; end: number }> {
  const started = performance.now();
  let firstStep = 0;
  const answer = await ask(person, "/api/runs", (text) => {
    if (firstStep === 0 && text.includes('"kind":"step"')) firstStep = performance.now() - started;
  });
  if (!answer.includes('"verdict":"ok"')) throw new Error(`A run went wrong: ${answer.slice(-300)}`);
  return { firstStep, end: performance.now() - started };
}

/** Checks the solution. Milliseconds to the end. */
export async function checkOnce(person: Person): Promise<number> {
  const started = performance.now();
  const answer = await ask(person, "/api/checks", () => {});
  if (!answer.includes('"passed":true,"message":"Right'))
    throw new Error(`A check went wrong: ${answer.slice(-300)}`);
  return performance.now() - started;
}

async function ask({ url, session }: Person, path: string, heard: (text: string) => void): Promise<string> {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-session": session },
    body: JSON.stringify({ exercise, source }),
  });
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    heard(text);
  }
  return text;
}
