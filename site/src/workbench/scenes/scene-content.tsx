import { type ComponentType, useEffect, useState } from "react";
import type { SceneProps } from "../../../../figures/scene-props.ts";
import { sceneWords } from "../../../../language/english/scenes.ts";
import type { Scene } from "../../exercise/scene.ts";
import { englishLangAttribute } from "../../language/english-lang-attribute.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";
import type { FoldWithoutRecordsProps } from "./fold-without-records.tsx";

const FoldWithoutRecords = onDemand<FoldWithoutRecordsProps>(sceneWords.loading, () =>
  import("./fold-without-records.tsx").then((module) => module.FoldWithoutRecords),
);

export interface SceneContentProps {
  scene: Scene;
  /** Index of the step folded last, -1 before the first. */
  step: number;
}

/** Each lesson's own components, by the path of its file. A browser loads those of its page. */
const files = import.meta.glob<{ scenes: Record<string, ComponentType<SceneProps>> }>(
  "../../../../lessons/*/*/scenes.tsx",
);

/** What a scene shows beside the state: the lesson's own component, or the fold of the log without some records. */
export function SceneContent({ scene, step }: SceneContentProps) {
  return (
    <>
      {scene.beside && <LessonComponent name={scene.beside} step={step} />}
      {scene.without && <FoldWithoutRecords offsets={scene.without} step={step} />}
    </>
  );
}

function LessonComponent({ name, step }: { name: string; step: number }) {
  const { lesson, tape } = useWorkbench();
  const trace = useStore(tape.$trace);
  const Component = useLessonScenes(lesson)?.[name];
  if (!Component) return null;
  return (
    <div className="wb-scene-of-lesson" lang={englishLangAttribute}>
      <Component events={trace.steps.slice(0, step + 1).flatMap(({ event }) => event ?? [])} />
    </div>
  );
}

function useLessonScenes(lesson: string | undefined) {
  const [scenes, setScenes] = useState<Record<string, ComponentType<SceneProps>> | null>(null);
  useEffect(() => {
    const path = Object.keys(files).find((file) => file.endsWith(`/${lesson}/scenes.tsx`));
    let gone = false;
    if (path)
      files[path]?.().then(
        (module) => gone || setScenes(module.scenes),
        // Without it the state alone is shown, and the text says the rest.
        () => {},
      );
    return () => {
      gone = true;
    };
  }, [lesson]);
  return scenes;
}
