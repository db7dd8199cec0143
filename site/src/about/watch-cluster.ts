// The running cluster, asked every few seconds while somebody looks.
import type { ClusterNow, Problem } from "../../../engine/protocol/response-types.ts";
import { language } from "../../../language/english/language.ts";
import { clusterWords as words } from "../../../language/english/server-and-cluster.ts";
import { number } from "../../../language/numbers.ts";
import { inPageLanguage } from "../language/engine-sentences.ts";
import { table } from "./scrollable-table.ts";

/** Between two questions, in milliseconds. */
const pause = 5_000;

const section = document.querySelector<HTMLElement>("[data-cluster]");
const stamp = section?.querySelector("[data-cluster-as-of]");
const button = section?.querySelector("button");
const place = section?.querySelector("[data-cluster-tables]");

let asking = true;
let asOf = "";

async function ask(): Promise<void> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, "")}/api/cluster`);
    const answered = (await answer.json()) as ClusterNow | Problem;
    asOf = new Date().toLocaleTimeString(language.code, { hourCycle: "h23" });
    if ("brokers" in answered) place?.replaceChildren(...tables(answered));
    else place?.replaceChildren(paragraph(words.away(inPageLanguage(answered).detail)));
  } catch {
    place?.replaceChildren(paragraph(words.away("")));
  }
  showTimestamp();
}

function showTimestamp(): void {
  if (stamp) stamp.textContent = (asking ? words.asOf : words.stopped)(asOf);
  if (button) button.textContent = asking ? words.stop : words.goOn;
}

function tables({ brokers, topics, groups }: ClusterNow): Node[] {
  const ofBrokers = brokers.map(({ id, host, port, controller }) => [
    String(id),
    `${host}:${port}`,
    controller ? "✓" : "",
  ]);
  const ofTopics = topics.map(({ topic, partitions }) => [
    topic,
    partitions.map(({ start, end }, index) => words.offsets(index, start, end)).join(" · "),
    words.records(partitions.reduce((sum, { start, end }) => sum + end - start, 0)),
  ]);
  const ofGroups = groups.map(({ group, state, members, places }) => [
    group,
    state,
    number(members),
    places
      .map(({ topic, partition, offset, end }) => `${topic}-${partition}: ${offset} of ${end}`)
      .join("  "),
    number(places.reduce((sum, { lag }) => sum + lag, 0)),
  ]);
  const groupHeads = [words.group, words.state, words.members, words.places, words.lag];
  return [
    heading(words.brokers),
    table(words.brokers, [words.broker, words.address, words.controller], ofBrokers),
    heading(words.topics),
    table(words.topics, [words.topic, words.partitions, words.held], ofTopics),
    heading(words.groups),
    paragraph(words.groupsSay),
    groups.length === 0 ? paragraph(words.noGroups) : table(words.groups, groupHeads, ofGroups),
  ];
}

function heading(text: string): HTMLElement {
  const made = document.createElement("h3");
  made.textContent = text;
  return made;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

/** Shows the cluster and asks for it again and again; a page that nobody sees does not ask. */
export async function watchCluster(): Promise<void> {
  if (!section) return;
  await ask();
  section.hidden = false;
  setInterval(() => {
    // Whoever scrolls through a table by keys keeps it.
    const isRead = place?.contains(document.activeElement);
    if (asking && !isRead && document.visibilityState === "visible") void ask();
  }, pause);
  button?.addEventListener("click", () => {
    asking = !asking;
    if (asking) void ask();
    else showTimestamp();
  });
}
