// Where the log runs, in the server's own words; without a server, the browser answers for itself.

import type { ServerInfo } from "../../../engine/protocol/response-types.ts";
import { factWords } from "../../../language/english/server-and-cluster.ts";
import { limitRows } from "./limit-rows.ts";

const line = document.querySelector<HTMLElement>("[data-about]");
const facts = document.querySelector<HTMLElement>("[data-facts]");

function fact(name: string, value: string, kind = ""): void {
  const term = document.createElement("dt");
  const description = document.createElement("dd");
  term.textContent = name;
  description.textContent = value;
  description.className = kind;
  facts?.append(term, description);
}

/** A body of rows for each group, below a row with its title. */
function showLimits(limits: Record<string, number>): void {
  const table = document.querySelector<HTMLTableElement>("[data-limits]");
  for (const { title, rows } of limitRows(limits)) {
    const body = document.createElement("tbody");
    const head = document.createElement("th");
    head.scope = "rowgroup";
    head.colSpan = 2;
    head.textContent = title;
    body.insertRow().append(head);
    for (const [what, most] of rows) {
      const row = body.insertRow();
      row.insertCell().textContent = what;
      row.insertCell().textContent = most;
    }
    table?.append(body);
  }
  table?.closest("section")?.removeAttribute("hidden");
}

function show(about: ServerInfo): void {
  if (line) line.textContent = about.log.sentence;
  if (!facts) return;
  fact(factWords.course, about.version);
  fact(factWords.engine, about.engine);
  if (about.log.version) fact("Kafka", about.log.version);
  fact(factWords.sandbox, about.sandbox.join(" "), "sentences");
  showLimits(about.limits);
  facts.closest("section")?.removeAttribute("hidden");
}

/** A static file server answers with public/api/about, which names no engine, or not at all. */
async function ask(): Promise<ServerInfo | null> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, "")}/api/about`);
    const about = (await answer.json()) as Partial<ServerInfo>;
    return answer.ok && about.engine ? (about as ServerInfo) : null;
  } catch {
    return null;
  }
}

const about = await ask();
if (about) {
  show(about);
  if (about.log.kind !== "none") void import("./watch-cluster.ts").then(({ watchCluster }) => watchCluster());
} else if (line) {
  line.textContent = factWords.noServer;
}
