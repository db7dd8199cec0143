import { expect, inject, test } from "vitest";
import { readCatalog } from "../exercises/catalog.ts";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors, type Visitor } from "./visitor.ts";

const visitor = openVisitors();
const catalog = await readCatalog();

/** Keeps every message that a worker of the page sends, so that a fold in the browser can be read. */
async function listenToWorkers({ page }: Visitor): Promise<void> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    const Plain = globalThis.Worker;
    globalThis.Worker = class extends Plain {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener("message", ({ data }) => heard.push(data));
      }
    };
  });
}

// biome-ignore lint/suspicious/noExplicitAny: messages of a trace, compared as they are.
type Message = any;

/** A trace's messages without the name of the run. */
function comparable(messages: Message[]): string {
  return messages.map((message) => JSON.stringify({ ...message, runId: undefined })).join("\n");
}

async function traceOnKafka(exercise: string, source: string): Promise<Message[]> {
  const answer = await fetch(`${inject("url")}/api/runs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ exercise, source }),
  });
  const lines = (await answer.text()).trim().split("\n");
  return lines.map((line) => JSON.parse(line)).filter((message) => message.kind !== "progress");
}

test.each(["create-and-read-only", "chess", "cqrs"])(
  "without a server the lesson %s folds in the browser, says so, and gives the trace that Kafka gives",
  async (slug) => {
    const guest = await visitor();
    await listenToWorkers(guest);
    const lesson = new LessonPage(guest.page);
    await lesson.open(`${inject("staticUrl")}/lessons/${slug}/`);
    await lesson.bench
      .getByText(/this browser, recorded log/i)
      .first()
      .waitFor();

    const exercises = catalog.exercises.filter((exercise) => exercise.lesson === slug);
    expect(exercises.length).toBeGreaterThan(0);
    for (const exercise of exercises) {
      const choose = lesson.bench.getByRole("tab", { name: new RegExp(`^${exercise.title}`) });
      if (exercises.length > 1) await choose.first().click();
      await guest.page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard.splice(0));
      await lesson.write(exercise.solution);
      await lesson.run();
      const heard = () =>
        guest.page.evaluate(() =>
          (globalThis as unknown as { heard: Message[] }).heard
            .filter((data) => data?.kind === "message")
            .map((data) => data.message)
            // The lines that a fold went through are asked for after it, and end on their own.
            .filter(({ kind, missing }) => kind !== "progress" && kind !== "lines" && missing === undefined),
        );
      await expect.poll(async () => (await heard()).at(-1)?.kind).toBe("end");
      const here = await heard();
      const lastStart = here.findLastIndex((message) => message.kind === "start");
      const onKafka = await traceOnKafka(exercise.id, exercise.solution);
      expect(onKafka.at(-1)).toMatchObject({ verdict: "ok" });
      expect(comparable(here.slice(lastStart)), exercise.id).toBe(comparable(onKafka));
    }
    // A file server has no API: the one request that asks for it may fail, nothing else.
    expect(guest.complaints.filter((text) => !/404|api/.test(text))).toEqual([]);
    await guest.close();
  },
);
