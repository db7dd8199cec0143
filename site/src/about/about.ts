// Where the log runs, in the server's own words; without a server, the browser answers for itself.

import type { About } from "../../../engine/protocol/answers.ts";
import { factWords } from "../../../language/english/about.ts";
import { number } from "../../../language/numbers.ts";

const line = document.querySelector<HTMLElement>("[data-about]");
const facts = document.querySelector<HTMLElement>("[data-facts]");

function fact(name: string, value: string | number, kind = ""): void {
  const term = document.createElement("dt");
  const description = document.createElement("dd");
  term.textContent = name;
  description.textContent = String(value);
  description.className = kind;
  facts?.append(term, description);
}

/** "source bytes" for "sourceBytes". */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

function show(about: About): void {
  if (line) line.textContent = about.log.sentence;
  if (!facts) return;
  fact(factWords.course, about.version);
  fact(factWords.engine, about.engine);
  if (about.log.version) fact("Kafka", about.log.version);
  fact(factWords.sandbox, about.sandbox.join(" "), "sentences");
  for (const [name, value] of Object.entries(about.limits)) fact(spaced(name), number(value));
  facts.closest("section")?.removeAttribute("hidden");
}

/** A static file server answers with public/api/about, which names no engine, or not at all. */
async function ask(): Promise<About | null> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, "")}/api/about`);
    const about = (await answer.json()) as Partial<About>;
    return answer.ok && about.engine ? (about as About) : null;
  } catch {
    return null;
  }
}

const about = await ask();
if (about) {
  show(about);
  if (about.log.kind !== "none") void import("./cluster.ts").then(({ watchCluster }) => watchCluster());
} else if (line) {
  line.textContent = factWords.noServer;
}
