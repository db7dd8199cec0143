import { useState } from "react";
import type { Position } from "../../../engine/fold/event.ts";
import { terminalWords } from "../../../language/english/terminal.ts";
import { onDemand } from "../workbench/on-demand.tsx";
import { useSession } from "../workbench/use-session.ts";
import { RecordCard } from "./record-card.tsx";

const TerminalPanel = onDemand(terminalWords.part, () =>
  import("./terminal-panel.tsx").then(({ TerminalPanel }) => TerminalPanel),
);

/** The terminal on a page of its own: a printed record opens its card below. */
export function TerminalPage({ base }: { base: string }) {
  const { session, where } = useSession(base);
  const [position, setPosition] = useState<Position | null>(null);
  if (!session || where.kind === "finding") return <div className="terminal-waiting" />;
  return (
    <>
      <TerminalPanel {...{ session, where }} openRecord={setPosition} />
      {position && <RecordCard {...{ position, session, where, base }} />}
    </>
  );
}
