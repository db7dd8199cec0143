import { createPortal } from "react-dom";
import { applyPatch } from "../../../../engine/fold/json-patch.ts";
import { stateAt } from "../../../../engine/fold/states-of-trace.ts";
import { sceneWords } from "../../../../language/english/scenes.ts";
import type { OpenStrip } from "../../exercise/scene.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useStore } from "../../ui/use-store.ts";
import { StarterNote } from "../state/starter-note.tsx";
import { StatePanel } from "../state/state-panel.tsx";
import { stepAtOffset } from "../stores/step-at-offset.ts";
import { narration } from "../tape/narration.ts";
import { useWorkbench } from "../workbench-context.ts";
import { SceneContent } from "./scene-content.tsx";

export type StripContentProps = OpenStrip;

/** A scene within the text: its step in words, the state after it, and what is beside it. */
export function StripContent({ scene, host }: StripContentProps) {
  const {
    exercise,
    tape: { $state },
  } = useWorkbench();
  const lesson = useStore($state, ({ lesson }) => lesson);
  const cursor = useStore($state, ({ cursor }) => cursor);
  const { trace } = lesson;
  const step = stepAtOffset(trace, scene.offset) ?? cursor;
  const before = stateAt(trace, Math.max(-1, step - 1));
  const patch = trace.steps[step]?.patch ?? [];
  return createPortal(
    <>
      <p>
        <InlineCodeText
          text={narration(lesson, step, { before, step: trace.steps[step] }, exercise.wording)}
        />
      </p>
      <StarterNote source={lesson.source} />
      <StatePanel
        view={exercise.view}
        isCall={exercise.entry.kind === "call"}
        before={before}
        after={applyPatch(before, patch)}
        patch={patch}
        showTree={false}
        isStart={step < 0}
      />
      <SceneContent scene={scene} step={step} />
      <p>
        <a href="#workbench" data-open-bench>
          {sceneWords.openWorkbench}
        </a>
      </p>
    </>,
    host,
  );
}
