import { setTimeout as sleep } from "node:timers/promises";
import type { Row } from "../bench/result-table.ts";
import { countEventIds } from "./count-event-ids.ts";
import { countingRun } from "./programs.ts";
import type { Scenario } from "./scenario.ts";
import { type Answer, isAccepted, Learner, outcomeOf } from "./simulated-learner.ts";

const count = 50;
const pauseBetweenRequests = 1_000;
const mostTries = 10;

/** Two servers over one broker, one of them killed half-way. A client whose server is gone asks the other, once. */
export const replicas: Scenario = {
  name: "replicas",
  async run(environment, { crowdMilliseconds }): Promise<Row[]> {
    // Topics of the scenarios before count for this address, too.
    const settings = { LEARNER_TOPICS_PER_ADDRESS: String(count * 2), LEARNER_TOPICS: String(count * 4) };
    const servers = await Promise.all([environment.startServer(settings), environment.startServer(settings)]);
    const urls = servers.map(({ url }) => url);
    const learners = await Promise.all(
      Array.from({ length: count }, (_, i) => Learner.known(urls[i % 2] as string)),
    );
    const started = Date.now();
    const until = started + Math.min(crowdMilliseconds, 40_000);
    const acknowledged = new Set<string>();
    let failedTwice = 0;
    let asked = 0;
    const work = async (learner: Learner, who: number) => {
      await sleep(Math.random() * pauseBetweenRequests);
      for (let n = 0; Date.now() < until; n++) {
        const order = who % 2 === 0 ? urls : urls.toReversed();
        const appends = n % 2 === 0;
        const id = (attempt: number) => `${who}-${n}-${attempt}`;
        let good = false;
        for (let attempt = 0; attempt < 2 && !good; attempt++) {
          const url = order[attempt] as string;
          if (appends) {
            const event = { type: "Counted", data: { n }, metadata: { id: id(attempt) } };
            const body = { topic: "mine.replicas", key: "k", event };
            good = isAccepted(await learner.post(url, "/api/events", body));
            if (good) acknowledged.add(id(attempt));
          } else good = outcomeOf(await runUntilServed(learner, url, n * count + who)) === "ok";
        }
        asked++;
        if (!good) failedTwice++;
        await sleep(pauseBetweenRequests);
      }
    };
    const working = learners.map(work);
    await sleep((until - started) / 2);
    process.kill(servers[0]?.process.pid as number, "SIGKILL");
    await Promise.all(working);
    const written = await countEventIds(environment.kafka, /^mine\..+\.replicas$/);
    await servers[1]?.end();
    const lost = [...acknowledged].filter((id) => written.get(id) !== 1).length;
    return [
      {
        what: `acknowledged events lost or doubled, of ${acknowledged.size}, two servers, one killed`,
        value: lost,
        unit: "events",
        target: { atMost: 0 },
      },
      {
        what: `requests that failed on both servers, of ${asked} by ${count} learners`,
        value: failedTwice,
        unit: "requests",
        target: { atMost: 0 },
      },
    ];
  },
};

/** As the page does: a server that says that it is busy is asked again. */
async function runUntilServed(learner: Learner, url: string, nonce: number): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await learner.post(url, "/api/runs", countingRun(nonce));
    if (outcomeOf(answer) !== "busy" || tries === mostTries) return answer;
    await sleep(pauseBetweenRequests);
  }
}
