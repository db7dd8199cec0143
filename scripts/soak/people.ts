import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Asked, goodOnes, hostileOnes } from "./mix.ts";

/** What was heard of all that was asked. */
export interface Heard {
  /** Ends by verdict, refusals by code, and those that went away themselves. */
  ends: Map<string, number>;
  /** What should not have been, in a sentence each. */
  wrong: string[];
}

const pause = 60;
/** A learner begins a new session now and then. */
const runsPerSession = 40;
const wrongAtMost = 20;

/** Three learners and three who mean it badly ask one thing after the other until the time is up. */
export async function askUntil(url: string, deadline: number): Promise<Heard> {
  const heard: Heard = { ends: new Map(), wrong: [] };
  let nonce = 0;
  const one = async (mix: (nonce: number) => Asked[]) => {
    let session = "";
    for (let i = 0; Date.now() < deadline && heard.wrong.length < wrongAtMost; i++) {
      if (i % runsPerSession === 0) session = randomBytes(24).toString("hex");
      const all = mix(++nonce);
      await ask(url, session, all[i % all.length] as Asked, heard);
      await sleep(pause);
    }
  };
  await Promise.all([goodOnes, goodOnes, goodOnes, hostileOnes, hostileOnes, hostileOnes].map(one));
  return heard;
}

async function ask(url: string, session: string, { what, body, verdicts, leavesAfter }: Asked, heard: Heard) {
  const count = (name: string) => heard.ends.set(name, (heard.ends.get(name) ?? 0) + 1);
  const signal = leavesAfter === undefined ? null : AbortSignal.timeout(leavesAfter);
  try {
    const answer = await fetch(`${url}/api/runs`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-session": session },
      body: JSON.stringify(body),
      signal,
    });
    const lines = (await answer.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const ends = lines.filter(({ kind, code }) => kind === "end" || kind === "problem" || code !== undefined);
    const name = ends[0]?.verdict ?? ends[0]?.code ?? "nothing";
    count(name);
    if (ends.length !== 1 || lines.at(-1) !== ends[0]) {
      heard.wrong.push(`${what} had ${ends.length} final messages.`);
    } else if (name !== "busy" && !verdicts.includes(name)) heard.wrong.push(`${what} ended with ${name}.`);
  } catch (error) {
    if (signal?.aborted) count("gone away");
    else heard.wrong.push(`${what} got no answer: ${(error as Error).message}`);
  }
}
