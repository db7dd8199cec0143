import { spawn } from "node:child_process";
import { join } from "node:path";
import { astro } from "../scripts/site-build.ts";

/** Builds the site into a folder, with what the environment says besides: under which path and address, in which language. */
export function buildSite(
  outDir: string,
  says: { BASE_PATH?: string; SITE_URL?: string; OFFSET_ZERO_LANGUAGE?: string },
) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [astro(), "build", "--outDir", outDir], {
      cwd: join(import.meta.dirname, "../site"),
      // Vitest's own NODE_ENV would build the page with React's development code, its BASE_URL with wrong addresses.
      env: {
        ...process.env,
        BASE_URL: undefined,
        ...says,
        NODE_ENV: "production",
        ASTRO_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The site's build exited with ${code}: ${JSON.stringify(says)}.`)),
    );
  });
}
