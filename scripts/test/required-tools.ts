import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Debian's Chromium without the parts that draw a window. Chromium itself draws a window's controls for every page, also
 * where nobody sees them, and takes three times the processor time.
 */
const headlessShell = "chromium-headless-shell";

/** What the tests need beside Node, how to see whether it is there, and the Debian package that brings it. */
const tools = [
  { name: "Chromium", there: () => chromiumPath() !== null, package: headlessShell },
  { name: "Java 17 or newer", there: () => runs("java", "-version"), package: "openjdk-17-jre-headless" },
  { name: "jq", there: () => runs("jq", "--version"), package: "jq" },
  { name: "kcat", there: () => runs("kcat", "-V"), package: "kcat" },
  { name: "Maven", there: () => runs("mvn", "-version"), package: "maven" },
  { name: "psql", there: () => runs("psql", "--version"), package: "postgresql-client" },
  { name: "OpenSSL", there: () => runs("openssl", "version"), package: "openssl" },
];

/** Where a Chromium may be: named by CHROMIUM, or where Debian, other systems and macOS put it. */
export function chromiumPath(): string | null {
  const places = [
    process.env.CHROMIUM,
    `/usr/bin/${headlessShell}`,
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
  installMissing();
  preferHeadlessShell();
}

function installMissing(): void {
  const missing = tools.filter(({ there }) => !there());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  if (!canInstall()) {
    throw new Error(`The tests need ${names}. Install it and run npm test again.`);
  }
  console.log(`Installing tools that the tests need: ${names}.`);
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...missing.map((tool) => tool.package));
  const still = missing.filter(({ there }) => !there());
  if (still.length > 0)
    throw new Error(`${still.map(({ name }) => name).join(", ")} could not be installed.`);
}

/** Where a Chromium is there that is not the shell, the shell is installed beside it; without it the tests take longer. */
function preferHeadlessShell(): void {
  if (process.env.CHROMIUM || chromiumPath()?.endsWith(headlessShell) || !canInstall()) return;
  console.log(`Installing ${headlessShell}, in which the journeys take less time.`);
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", headlessShell);
  } catch (error) {
    console.log(`${(error as Error).message} The journeys take ${chromiumPath()}.`);
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && runs("apt-get", "--version");
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
