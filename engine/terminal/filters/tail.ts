import type { Command } from "../tool-interface.ts";
import { KeptLines } from "./kept-lines.ts";
import { refuseFiles } from "./refuse-files.ts";
import { lineCount, withoutOldNumber } from "./take-number.ts";

export const tail: Command = {
  name: "tail",
  version: "9.1",
  summary: "After a pipe: prints the last lines.",
  examples: ["kcat -C -t course.carts -e | tail -n 3", "kafka-consumer-groups --list | tail -n +2"],
  flags: [
    {
      name: "-n",
      also: "--lines",
      takes: "number",
      help: "So many lines, 10 by default. With a plus: from this line on.",
    },
  ],
  operands: "file",
  rewrite: withoutOldNumber,
  async run({ flags, input, screen }) {
    refuseFiles("tail", flags);
    const { sign, lines } = lineCount("tail", flags.value("-n") ?? "10");
    const kept = new KeptLines("tail");
    let number = 0;
    for await (const line of input()) {
      number++;
      if (sign === "+") {
        if (number >= lines) screen.print(line.text, line.position);
        continue;
      }
      kept.add(line);
      if (kept.length > lines) kept.shift();
    }
    for (const { text, position } of kept.all()) screen.print(text, position);
  },
};
