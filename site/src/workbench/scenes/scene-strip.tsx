import { sceneWords } from "../../../../language/english/scenes.ts";
import { $openStrip } from "../../exercise/scene.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { StripContentProps } from "./strip-content.tsx";

const StripContent = onDemand<StripContentProps>(sceneWords.loading, () =>
  import("./strip-content.tsx").then((module) => module.StripContent),
);

/** Draws the scene that the reader has opened within the text. The tape stays where it is. */
export function SceneStrip() {
  const { scenes } = useWorkbench();
  const open = useStore($openStrip);
  return scenes && open && <StripContent {...open} />;
}
