import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

/** Runs `begin` as a process's shutdown and gives its exit code with all that it printed. */
async function livedBy(begin: string): Promise<{ code: number; said: string }> {
  const file = pathToFileURL(`${import.meta.dirname}/shutdown.ts`).href;
  const source = `
    const { runUntilShutdown } = await import(${JSON.stringify(file)});
    // What a server does: it keeps the process alive.
    setInterval(() => {}, 1_000);
    const ending = Promise.withResolvers();
    const begun = Promise.withResolvers();
    await runUntilShutdown("/no/such/folder/logs", async (shutdown) => {
      shutdown.onEnd(() => { ending.resolve(); return begun.promise; });
      shutdown.say("Beginning.");
      process.kill(process.pid, "SIGTERM");
      await ending.promise;
      ${begin}
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return { code, said };
}

test("what is said after the end has begun is not printed", async () => {
  const lived = await livedBy(`shutdown.say("It is ready."); begun.resolve(); await new Promise(() => {});`);
  expect(lived).toEqual({ code: 0, said: "Beginning.\nEnding.\n" });
});

test("a part that comes up after the end has begun is ended at once, and nothing is begun after it", async () => {
  const lived = await livedBy(`
    try {
      shutdown.onEnd(async () => console.log("The part ends."));
      console.log("It goes on.");
    } finally { begun.resolve(); }`);
  expect(lived).toEqual({ code: 0, said: "Beginning.\nEnding.\nThe part ends.\n" });
});
