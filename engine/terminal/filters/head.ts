import type { Command } from "../tool-interface.ts";
import { KeptLines } from "./kept-lines.ts";
import { refuseFiles } from "./refuse-files.ts";
import { lineCount, withoutOldNumber } from "./take-number.ts";

export const head: Command = {
  name: "head",
  version: "9.1",
  summary: "After a pipe: prints the first lines, and ends the tool before it.",
  examples: ["kcat -C -t course.carts -e | head -n 3", "kafka-topics --list | head -5"],
  flags: [
    {
      name: "-n",
      also: "--lines",
      takes: "number",
      help: "So many lines, 10 by default. With a minus: all but the last so many.",
    },
  ],
  operands: "file",
  rewrite: withoutOldNumber,
  async run({ flags, input, screen }) {
    refuseFiles("head", flags);
    const { sign, lines } = lineCount("head", flags.value("-n") ?? "10");
    const held = new KeptLines("head");
    let left = lines;
    if (sign !== "-" && left === 0) return;
    for await (const line of input()) {
      if (sign === "-") {
        held.add(line);
        const due = held.length > lines ? held.shift() : undefined;
        if (due) screen.print(due.text, due.position);
      } else {
        screen.print(line.text, line.position);
        if (--left === 0) return;
      }
    }
  },
};
