import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import { sharing } from "../../../language/english/share-button.ts";
import { benchWords } from "../../../language/english/workbench.ts";
import { InlineCodeText } from "../ui/inline-code-text.tsx";
import { onDemand } from "../ui/on-demand.tsx";
import { useStore } from "../ui/use-store.ts";
import { CopyQuestionButton } from "./copy-question/copy-question-button.tsx";
import { KeyboardShortcutsButton } from "./keyboard-shortcuts-button.tsx";
import { RunLocationLine } from "./run-location-line.tsx";
import { FollowTextButton } from "./scenes/follow-text-button.tsx";
import { ShareButton } from "./share/share-button.tsx";
import { useWorkbench } from "./workbench-context.ts";

const SharedCodeNotice = onDemand<object>(sharing.notice, () =>
  import("./share/shared-code-notice.tsx").then((module) => module.SharedCodeNotice),
);

/** Where it runs, what the keys do, and which log is on the tape when it is not the exercise's own. */
export function WorkbenchHead() {
  const { payload, exercise, session, memory, preferences, tape, navigation, otherTab } = useWorkbench();
  const where = useStore(session.$where);
  const keys = useStore(preferences.$value, (value) => value.keys);
  const isShared = useStore(memory.$value, ({ aside }) => aside !== undefined);
  const editedElsewhere = useStore(otherTab.$otherTab);
  const title = useStore(tape.$tape, ({ kind, title }) => (kind === "lesson" ? null : title));
  return (
    <>
      <div className="wb-head">
        <RunLocationLine
          where={where}
          exercise={exercise}
          here={payload.made === "here"}
          retry={() => session.$session.get()?.retry()}
        />
        <FollowTextButton />
        <ShareButton />
        <CopyQuestionButton />
        <KeyboardShortcutsButton on={keys} setOn={(keys) => preferences.change({ keys })} />
      </div>
      {isShared && <SharedCodeNotice />}
      {editedElsewhere && <editedElsewhere.Notice otherTab={editedElsewhere} />}
      {title !== null && (
        <p className="wb-other-log">
          <span>
            <InlineCodeText text={showHidden(title)} />
          </span>
          <button type="button" className="action quiet wb-small" onClick={navigation.back}>
            {benchWords.backToLog}
          </button>
        </p>
      )}
    </>
  );
}
