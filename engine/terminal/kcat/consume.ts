import type { RawRecord } from "../../fold/event.ts";
import type { Call } from "../command.ts";
import { wholeNumber } from "../flags.ts";
import { type From, readTopic } from "../reading.ts";
import { Stop } from "../stop.ts";
import { recordPrinter } from "./format.ts";

/** `kcat -C`: the records of a topic from the beginning on, or from where `-o` says. */
export async function consume({ cluster, flags, screen, signal }: Call): Promise<void> {
  const topic = flags.value("-t");
  if (topic === undefined) throw new Stop("Topic (-t) argument missing");
  const most = flags.number("-c", 1) ?? Number.POSITIVE_INFINITY;
  const toEnd = flags.has("-e");
  const format = recordPrinter(flags);
  let count = 0;
  const tell = (line: string) => flags.has("-q") || screen.warn(line);
  await readTopic(
    { cluster, signal },
    {
      ...{ topic, partition: flags.number("-p"), from: beginning(flags.value("-o")), follow: !toEnd },
      reachedEnd: (partition, offset) =>
        tell(`% Reached end of topic ${topic} [${partition}] at offset ${offset}${toEnd ? ": exiting" : ""}`),
    },
    (record: RawRecord) => {
      screen.print(format(record), record.position);
      return ++count < most;
    },
  );
}

function beginning(offset: string | undefined): From {
  if (offset === undefined || offset === "beginning") return "beginning";
  if (offset === "end") return "end";
  if (offset.startsWith("-")) return { before: wholeNumber(offset.slice(1), "-o") };
  return { offset: wholeNumber(offset, "-o") };
}
