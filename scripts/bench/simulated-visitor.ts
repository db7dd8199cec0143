import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { TraceEnd } from "../../engine/fold/trace.ts";
import type { RunBody } from "../../engine/protocol/request-types.ts";
import { courseAnswer } from "../../exercises/answer-source.ts";

const exercise = "cart-read-only";

/** The solution of the cart lesson. */
export const lessonReducer = join(import.meta.dirname, "../../exercises", exercise, "solution.ts");
const source = await courseAnswer(exercise, "solution");

/** Somebody with a session of their own: invented at first, then as the server hands it out signed. */
export interface SimulatedVisitor {
  url: string;
  session: string;
}

export function simulateVisitor(url: string): SimulatedVisitor {
  return { url, session: randomBytes(24).toString("hex") };
}

/** Milliseconds from the request to the first step and to the end, and the whole answer. */
export interface Answer {
  firstStep: number;
  end: number;
  text: string;
}

/** Runs the solution over the lesson's log. */
export async function runLesson(person: SimulatedVisitor): Promise<Answer> {
  const answer = await ask(person, "/api/runs", { exercise, source });
  endOf(answer);
  return answer;
}

/** Checks an exercise's solution. */
export async function checkSolution(
  person: SimulatedVisitor,
  { id, solution }: { id: string; solution: string },
): Promise<Answer> {
  const answer = await ask(person, "/api/checks", { exercise: id, source: solution });
  if (!answer.text.includes('"passed":true,"message":"Right')) {
    throw new Error(`A check went wrong: ${answer.text.slice(-300)}`);
  }
  return answer;
}

/** The last message of a run that went well; throws where it did not. */
export function endOf({ text }: Answer): TraceEnd {
  const end = JSON.parse(text.slice(text.trimEnd().lastIndexOf("\n") + 1)) as TraceEnd;
  if (end.kind === "end" && end.verdict === "ok") return end;
  throw new Error(`A run went wrong: ${JSON.stringify(end).slice(0, 500)}`);
}

/** Asks and reads the whole answer: a POST where there is a body, else a GET. */
export async function ask(person: SimulatedVisitor, path: string, body?: Partial<RunBody>): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(person.url + path, {
    headers: { "content-type": "application/json", "x-session": person.session },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  person.session = response.headers.get("x-session") ?? person.session;
  const decoder = new TextDecoder();
  let firstStep = 0;
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (firstStep === 0 && text.includes('"kind":"step"')) firstStep = performance.now() - started;
  }
  return { firstStep, end: performance.now() - started, text };
}
