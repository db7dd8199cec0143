// Ends processes whose starter died without ending them (kill -9, a crash of the terminal).
// Our arguments are the ids of the processes to watch. The starter holds our standard input open and
// writes "watch PID" and "forget PID", a line each, for what comes later.
// When the input closes, whatever is still watched is asked to end, and killed after a while.
import { createInterface } from "node:readline";

const graceMs = 8_000;
const watched = new Set(process.argv.slice(2).map(Number));

// The terminal's Ctrl-C and a closed terminal are the starter's business: it ends its parts in order.
for (const name of ["SIGINT", "SIGHUP", "SIGTERM"]) process.on(name, () => {});

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const [word, pid] = line.split(" ");
  if (word === "watch") watched.add(Number(pid));
  if (word === "forget") watched.delete(Number(pid));
});

lines.on("close", () => {
  if (watched.size === 0) process.exit(0);
  for (const pid of watched) send(pid, "SIGTERM");
  const deadline = Date.now() + graceMs;
  setInterval(() => {
    for (const pid of watched) {
      if (!send(pid, Date.now() < deadline ? 0 : "SIGKILL")) watched.delete(pid);
    }
    if (watched.size === 0) process.exit(0);
  }, 100);
});

/** @param {number} pid @param {NodeJS.Signals | 0} signal @returns {boolean} whether it was still there */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
