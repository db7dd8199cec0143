import { useStore } from "../ui/use-store.ts";
import { ConsolePanel } from "./console-panel.tsx";
import { useWorkbench } from "./workbench-context.ts";
import "./log/log-style.ts";

/** What the code printed over the fold on the tape. */
export function ConsoleTab() {
  const { tape, navigation } = useWorkbench();
  return <ConsolePanel trace={useStore(tape.$trace)} cursor={useStore(tape.$cursor)} go={navigation.go} />;
}
