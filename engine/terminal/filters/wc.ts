import type { Command } from "../tool-interface.ts";
import { refuseFiles } from "./refuse-files.ts";

const counted = ["-l", "-w", "-m", "-c"] as const;
/** Where several numbers are printed, each has so many columns. */
const columns = 7;

export const wc: Command = {
  name: "wc",
  version: "9.1",
  summary: "After a pipe: counts lines, words and bytes.",
  examples: ["kcat -C -t course.carts -e | wc -l", "kafka-topics --list | wc"],
  flags: [
    { name: "-l", also: "--lines", help: "Counts lines." },
    { name: "-w", also: "--words", help: "Counts words." },
    { name: "-m", also: "--chars", help: "Counts characters." },
    { name: "-c", also: "--bytes", help: "Counts bytes." },
  ],
  operands: "file",
  async run({ flags, input, screen }) {
    refuseFiles("wc", flags);
    const encoder = new TextEncoder();
    const total = { "-l": 0, "-w": 0, "-m": 0, "-c": 0 };
    for await (const { text } of input()) {
      total["-l"]++;
      total["-w"] += text.match(/[^ \t\v\f\r]+/g)?.length ?? 0;
      total["-m"] += [...text].length + 1;
      total["-c"] += encoder.encode(text).length + 1;
    }
    const asked = counted.filter((flag) => flags.has(flag));
    const shown = asked.length > 0 ? asked : (["-l", "-w", "-c"] as const);
    const numbers = shown.map((flag) => String(total[flag]));
    screen.print(
      numbers.length === 1 ? (numbers[0] ?? "") : numbers.map((each) => each.padStart(columns)).join(" "),
    );
  },
};
