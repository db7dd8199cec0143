import { useState } from "react";
import { breakpoint as words } from "../../../../language/english/breakpoint.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { BreakpointFieldProps } from "./breakpoint-field.tsx";

const BreakpointField = onDemand<BreakpointFieldProps>(words.part, () =>
  import("./breakpoint-field.tsx").then((module) => module.BreakpointField),
);

/** A button that asks for a breakpoint, and then the field of it. */
export function BreakpointButton() {
  const { watches } = useWorkbench();
  const breakpoint = useStore(watches.$breakpoint);
  const [opened, setOpened] = useState<"by-hand" | "by-memory" | "closed" | null>(null);
  // Once it is there it stays until Esc: whoever removes a breakpoint may set another one.
  if ((opened === null || opened === "closed") && breakpoint !== undefined) setOpened("by-memory");
  if (opened === "by-hand" || opened === "by-memory")
    return <BreakpointField summoned={opened === "by-hand"} close={() => setOpened("closed")} />;
  return (
    <button
      type="button"
      className="wb-link wb-breakpoint-open"
      data-breakpoint
      // Whoever has closed the field goes on from here.
      ref={(button) => {
        if (opened === "closed") button?.focus();
      }}
      onClick={() => setOpened("by-hand")}
    >
      {words.open}
    </button>
  );
}
