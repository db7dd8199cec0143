import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where a log ran, kept with the data: records written in one place are not in the other. */
export interface KafkaChoice {
  kind: "external" | "container" | "local";
  brokers: string[];
}

/**
 * Remembers where the log runs now. Returns a sentence when that is another place than last time, else null.
 * A broker of our own that only changed its port is the same place.
 */
export async function rememberChoice(dataDir: string, now: KafkaChoice): Promise<string | null> {
  const file = join(dataDir, "kafka-choice.json");
  const before = await readChoice(file);
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, JSON.stringify(now));
  if (before === null || samePlace(before, now)) return null;
  return `Last time the log ran ${describeChoice(before)}. Now it runs ${describeChoice(now)}, without the records written there. ${wayBack(before)}`;
}

function samePlace(a: KafkaChoice, b: KafkaChoice): boolean {
  return a.kind === b.kind && (a.kind !== "external" || a.brokers.join() === b.brokers.join());
}

function describeChoice(choice: KafkaChoice): string {
  if (choice.kind === "external") return `on the cluster at ${choice.brokers.join(", ")}`;
  return choice.kind === "container" ? "in a container" : "in a broker started here";
}

function wayBack(choice: KafkaChoice): string {
  return choice.kind === "external"
    ? `KAFKA_BROKERS=${choice.brokers.join(",")} brings it back.`
    : `KAFKA_KIND=${choice.kind} brings it back.`;
}

async function readChoice(file: string): Promise<KafkaChoice | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as KafkaChoice;
  } catch {
    return null;
  }
}
