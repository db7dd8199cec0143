import { useState } from "react";
import type { Position } from "../../../engine/fold/event.ts";
import { terminalWords } from "../../../language/english/terminal.ts";
import { useSession } from "../session/use-session.ts";
import { onDemand } from "../ui/on-demand.tsx";
import { useStore } from "../ui/use-store.ts";
import { RecordCard } from "./record-card.tsx";

const TerminalPanel = onDemand(terminalWords.part, () =>
  import("./terminal-panel.tsx").then(({ TerminalPanel }) => TerminalPanel),
);

/** The terminal on a page of its own: a printed record opens its card below. */
export function TerminalPage({ base }: { base: string }) {
  const { $session, $where } = useSession(base);
  const session = useStore($session);
  const where = useStore($where);
  const [position, setPosition] = useState<Position | null>(null);
  if (!session || where.kind === "finding") return <div className="terminal-waiting" />;
  return (
    <>
      <TerminalPanel session={session} where={where} openRecord={setPosition} />
      {position && <RecordCard position={position} session={session} where={where} base={base} />}
    </>
  );
}
