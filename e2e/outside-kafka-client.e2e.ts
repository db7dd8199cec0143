import { Kafka, logLevel } from "kafkajs";
import { expect, inject, test } from "vitest";
import { readCatalog } from "../exercises/catalog.ts";
import { LessonPage } from "./lesson-page.ts";
import { openVisitors } from "./visitor.ts";

process.env.KAFKAJS_NO_PARTITIONER_WARNING = "1";
const visitor = openVisitors();

/** A Kafka client that knows nothing of the course but the broker's address. */
async function outsider(): Promise<Kafka> {
  const about = await fetch(`${inject("url")}/api/about`).then((answer) => answer.json());
  const address = /\d+\.\d+\.\d+\.\d+:\d+/.exec(about.log.sentence)?.[0];
  if (!address) throw new Error(`Where is the broker? ${about.log.sentence}`);
  return new Kafka({ brokers: [address], logLevel: logLevel.NOTHING });
}

interface Seen {
  partition: number;
  offset: number;
  key: string;
  value: string;
}

/** Reads a topic from its start until `enough` says so. */
async function readTopic(topic: string, enough: (seen: Seen[]) => boolean): Promise<Seen[]> {
  const consumer = (await outsider()).consumer({ groupId: `outside-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const seen: Seen[] = [];
  await new Promise<void>((resolve) => {
    void consumer.run({
      eachMessage: async ({ partition, message }) => {
        const { offset, key, value } = message;
        seen.push({ partition, offset: Number(offset), key: String(key), value: String(value) });
        if (enough(seen)) resolve();
      },
    });
  });
  await consumer.disconnect();
  return seen;
}

test("another Kafka client reads the course's records at the offsets the lesson shows", async () => {
  const catalog = await readCatalog();
  for (const { topic, records } of catalog.topics) {
    const seen = await readTopic(topic, (all) => all.length === records.length);
    const expected = records.map(({ position, key, value }) => ({
      partition: position.partition,
      offset: position.offset,
      key,
      value,
    }));
    const order = (a: { partition: number; offset: number }, b: { partition: number; offset: number }) =>
      a.partition - b.partition || a.offset - b.offset;
    expect(seen.toSorted(order)).toEqual(expected.toSorted(order));
  }
});

test("an event appended in the page is seen from outside, and one produced outside appears in the page", async () => {
  const { page, close } = await visitor();
  const lesson = new LessonPage(page);
  await lesson.open(`${inject("url")}/lessons/create-and-read-only/`);
  await lesson.editor();
  await lesson.openAppendForm();
  await lesson.bench.getByRole("button", { name: /^Append to/ }).click();
  const place = lesson.bench.getByText(/mine\.[0-9a-f]{32}\.[a-z]+/).first();
  await place.waitFor();
  const topic = /mine\.[0-9a-f]{32}\.[a-z]+/.exec((await place.textContent()) ?? "")?.[0] ?? "";
  const [first] = await readTopic(topic, (all) => all.length === 1);
  expect(first).toMatchObject({ offset: 0 });

  const producer = (await outsider()).producer();
  await producer.connect();
  const event = { type: "SeenFromOutside", data: { by: "another client" } };
  await producer.send({ topic, messages: [{ key: "cart-1", value: JSON.stringify(event) }] });
  await producer.disconnect();
  await lesson.bench.getByText("SeenFromOutside").first().waitFor();
  await close();
});
