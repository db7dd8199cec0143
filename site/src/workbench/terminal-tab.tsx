import type { Position } from "../../../engine/fold/event.ts";
import { pathTo } from "../frame/paths.ts";
import { TerminalPanel } from "../terminal/terminal-panel.tsx";
import { useBenchParts } from "./bench-parts.ts";

/** The terminal in a workbench: a printed record opens its fold. */
export function TerminalTab() {
  const { session, where, bench, showPane } = useBenchParts();
  if (!session) return null;
  const openRecord = async (position: Position) => {
    const recorded =
      where.kind === "browser" ? await (await session.tools()).recorded(position.topic) : undefined;
    bench.openRecord(position, recorded);
    showPane("state");
  };
  return (
    <TerminalPanel
      {...{ session, where }}
      openRecord={(position) => void openRecord(position)}
      page={pathTo("/terminal/")}
    />
  );
}
