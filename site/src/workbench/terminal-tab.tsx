import type { Position } from "../../../engine/fold/event.ts";
import { pathTo } from "../frame/path-to.ts";
import { TerminalPanel } from "../terminal/terminal-panel.tsx";
import { useStore } from "../ui/use-store.ts";
import { openRecord } from "./fold-other-logs.ts";
import { useWorkbench } from "./workbench-context.ts";

/** The terminal in a workbench: a printed record opens its fold. */
export function TerminalTab() {
  const workbench = useWorkbench();
  const { exercise } = workbench;
  const session = useStore(workbench.session.$session);
  const where = useStore(workbench.session.$where);
  if (!session) return null;
  const show = async (position: Position) => {
    const recorded =
      where.kind === "browser" ? await (await session.tools()).recorded(position.topic) : undefined;
    openRecord(workbench, position, recorded);
    workbench.layout.showPane("state");
  };
  return (
    <TerminalPanel
      session={session}
      where={where}
      openRecord={(position) => void show(position)}
      preset={exercise.terminal}
      page={pathTo("/terminal/")}
    />
  );
}
