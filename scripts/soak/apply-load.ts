import { setTimeout as sleep } from "node:timers/promises";
import { newSession } from "../../playground-server/testing/new-session.ts";
import { hostileRequests, type PreparedRequest, validRequests } from "./scenarios.ts";

/** What was heard of all that was asked. */
export interface LoadReport {
  /** Ends by verdict, refusals by code, and those that went away themselves. */
  ends: Map<string, number>;
  /** What should not have been, in a sentence each. */
  wrong: string[];
}

const pause = 60;
/** A learner begins a new session now and then. */
const runsPerSession = 40;
const wrongAtMost = 20;
/** So many ask for what learners ask, and as many for what nobody should; each begins with a share of its own. */
const callersOfMix = 3;

/**
 * Three learners and three who mean it badly ask one thing after the other until the time is up. With `everyKind` they go
 * on until each kind of request was made once: a slow machine hears as many kinds as a fast one.
 */
export async function applyLoad(url: string, deadline: number, everyKind = false): Promise<LoadReport> {
  const report: LoadReport = { ends: new Map(), wrong: [] };
  let nonce = 0;
  const one = async (mix: (nonce: number) => PreparedRequest[], place: number) => {
    let session = "";
    const share = Math.ceil(mix(0).length / callersOfMix);
    const least = everyKind ? share : 0;
    for (let i = 0; (Date.now() < deadline || i < least) && report.wrong.length < wrongAtMost; i++) {
      if (i % runsPerSession === 0) session = await newSession(url);
      const all = mix(++nonce);
      await ask(url, session, all[(place * share + i) % all.length] as PreparedRequest, report);
      await sleep(pause);
    }
  };
  const places = [...Array(callersOfMix).keys()];
  await Promise.all(
    [validRequests, hostileRequests].flatMap((mix) => places.map((place) => one(mix, place))),
  );
  return report;
}

async function ask(
  url: string,
  session: string,
  { what, body, verdicts, leavesAfter }: PreparedRequest,
  report: LoadReport,
) {
  const count = (name: string) => report.ends.set(name, (report.ends.get(name) ?? 0) + 1);
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
      report.wrong.push(`${what} had ${ends.length} final messages.`);
    } else if (name !== "busy" && !verdicts.includes(name)) report.wrong.push(`${what} ended with ${name}.`);
  } catch (error) {
    if (signal?.aborted) count("gone away");
    else report.wrong.push(`${what} got no answer: ${(error as Error).message}`);
  }
}
