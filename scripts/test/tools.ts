import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What the tests need beside Node, how to see whether it is there, and the Debian package that brings it. */
const tools = [
  { name: "Chromium", there: () => chromiumPath() !== null, package: "chromium" },
  { name: "Java 17 or newer", there: () => runs("java", "-version"), package: "openjdk-17-jre-headless" },
  { name: "Maven", there: () => runs("mvn", "-version"), package: "maven" },
];

/** Where a Chromium may be: named by CHROMIUM, or where Debian, other systems and macOS put it. */
export function chromiumPath(): string | null {
  const places = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return places.find((place) => place && existsSync(place)) ?? null;
}

/** Installs what is missing, on Debian as root. Throws with what to install where it cannot. */
export function ensureTools(): void {
  const missing = tools.filter(({ there }) => !there());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  if (process.getuid?.() !== 0 || !runs("apt-get", "--version")) {
    throw new Error(`The tests need ${names}. Install it and run npm test again.`);
  }
  console.log(`Installing what the tests need and this machine lacks: ${names}.`);
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...missing.map((tool) => tool.package));
  const still = missing.filter(({ there }) => !there());
  if (still.length > 0)
    throw new Error(`${still.map(({ name }) => name).join(", ")} could not be installed.`);
}

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: "ignore" }).status === 0;
}

function apt(...args: string[]): void {
  const { status, stderr } = spawnSync("apt-get", args, {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${stderr.trim().split("\n").at(-1)}`);
}
