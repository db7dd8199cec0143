import { sceneWords } from "../../../../language/english/scenes.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import type { Scenes } from "../stores/scenes.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { SceneContentProps } from "./scene-content.tsx";

const SceneContent = onDemand<SceneContentProps>(sceneWords.loading, () =>
  import("./scene-content.tsx").then((module) => module.SceneContent),
);

/** What the text shows beside the state at the cursor; nothing where it shows the state alone. */
export function SceneBeside() {
  const { scenes } = useWorkbench();
  return scenes && <Shown scenes={scenes} />;
}

function Shown({ scenes }: { scenes: Scenes }) {
  const { tape } = useWorkbench();
  const scene = useStore(scenes.$shown);
  const step = useStore(tape.$cursor);
  const isLesson = useStore(tape.$tape, ({ kind }) => kind === "lesson");
  if (!isLesson || !scene || !(scene.beside || scene.without)) return null;
  return (
    <section className="wb-scene" aria-label={sceneWords.beside}>
      <SceneContent scene={scene} step={step} />
    </section>
  );
}
