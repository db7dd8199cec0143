import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit } from "../../e2e/lighthouse/run-lighthouse.ts";
import { serveFolder } from "../../e2e/static-server.ts";
import { buildSiteIfStale } from "../site-build.ts";
import type { Measurement } from "./measurement.ts";
import { medianRow, type Row } from "./result-table.ts";

const rounds = 3;
const pages = { home: "/", "a lesson": "/lessons/create-and-read-only/", challenges: "/challenges/" };

/** How fast Lighthouse finds the pages of the built site, as it counts: the other scores are tests (e2e/lighthouse.e2e.ts). */
export const lighthouse: Measurement = {
  name: "lighthouse",
  async measure(_, { mostRounds }): Promise<Row[]> {
    const siteDist = await buildSiteIfStale(tmpdir(), process.env, () => {});
    if (siteDist === null) throw new Error("The site could not be built.");
    const site = await serveFolder(siteDist, "");
    const folder = await mkdtemp(join(tmpdir(), "offset-zero-lighthouse-"));
    const rows: Row[] = [];
    try {
      for (const [name, path] of Object.entries(pages)) {
        const scores: number[] = [];
        for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
          const { scores: found } = await audit(
            `http://127.0.0.1:${site.port}${path}`,
            ["performance"],
            join(folder, "report.json"),
          );
          scores.push(found.performance ?? 0);
        }
        rows.push(medianRow(`Lighthouse performance of ${name}`, "of 100", scores, { atLeast: 95 }));
      }
      return rows;
    } finally {
      await Promise.all([site.close(), rm(folder, { recursive: true, force: true })]);
    }
  },
};
