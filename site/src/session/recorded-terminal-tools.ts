import type { Position, RawRecord } from "../../../engine/fold/event.ts";
import { mergeOrder } from "../../../engine/fold/merge-order.ts";
import type { TerminalMessage } from "../../../engine/protocol/response-types.ts";
import type { Cluster } from "../../../engine/terminal/cluster-interface.ts";
import { CommandError } from "../../../engine/terminal/command-error.ts";
import { type Completion, complete } from "../../../engine/terminal/completion.ts";
import { type RecordedLog, recordedCluster } from "../../../engine/terminal/recorded-cluster.ts";
import { runLine } from "../../../engine/terminal/run-line.ts";
import { terminalWords } from "../../../language/english/terminal.ts";
import { openJq } from "./open-jq.ts";
import type { RunningTool } from "./terminal-tools.ts";

let opened: Promise<Cluster> | null = null;

/** Runs one line over the recorded logs of the course, which lie beside the pages at `recorded`. */
export function runRecorded(
  recorded: URL,
  line: string,
  listen: (message: TerminalMessage) => void,
  offered?: string[],
): RunningTool {
  const interrupted = new AbortController();
  const screen = {
    print: (text: string, position?: Position) =>
      listen({ kind: "printed", lines: [{ text, ...(position && { position }) }] }),
    warn: (text: string) => listen({ kind: "printed", lines: [{ text, warned: true }] }),
  };
  openRecordedCluster(recorded)
    .then((cluster) =>
      runLine(
        line,
        {
          cluster,
          screen,
          database: async () => {
            throw new CommandError(terminalWords.noDatabase);
          },
          jq: openJq,
          signal: interrupted.signal,
          input: async function* () {},
        },
        offered,
      ),
    )
    .catch(() => {
      screen.warn(terminalWords.noRecordedLogs);
      return false;
    })
    .then((good) => listen({ kind: "finished", good }));
  return { type() {}, interrupt: () => interrupted.abort() };
}

export async function completeRecorded(recorded: URL, line: string, offered?: string[]): Promise<Completion> {
  return openRecordedCluster(recorded).then(
    (cluster) => complete(line, cluster, offered),
    () => ({ from: line.length, words: [] }),
  );
}

/** The records of a topic in fold order. Rejects where there is no such topic. */
export async function recordsOf(recorded: URL, topic: string): Promise<RawRecord[]> {
  const { partitions, records } = await load<RecordedLog>(new URL(`${topic}.json`, recorded));
  const lanes = Array.from({ length: partitions }, (_, partition) =>
    records.filter(({ position }) => position.partition === partition),
  );
  return mergeOrder(lanes);
}

function openRecordedCluster(recorded: URL): Promise<Cluster> {
  opened ??= load<string[]>(new URL("topics.json", recorded)).then((topics) => {
    const logs = new Map<string, Promise<RecordedLog>>();
    return recordedCluster(topics, (topic) => {
      const log = logs.get(topic) ?? load<RecordedLog>(new URL(`${topic}.json`, recorded));
      logs.set(topic, log);
      log.catch(() => logs.delete(topic));
      return log;
    });
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

async function load<T>(address: URL): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return (await answer.json()) as T;
}
