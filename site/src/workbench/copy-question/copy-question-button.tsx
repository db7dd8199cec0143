import { useState } from "react";
import { askWords } from "../../../../language/english/copy-question.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useWorkbench } from "../workbench-context.ts";

const CopyQuestionDialog = onDemand<{ close(): void }>(askWords.title, () =>
  import("./copy-question-dialog.tsx").then((module) => module.CopyQuestionDialog),
);

/** Opens a question about this exercise, to be copied. Not there for what the page has put together. */
export function CopyQuestionButton({ inChecks = false }: { inChecks?: boolean }) {
  const { payload } = useWorkbench();
  const [open, setOpen] = useState(false);
  if (payload.made) return null;
  return (
    <>
      <button
        type="button"
        className={inChecks ? "action quiet wb-small" : "wb-link"}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {inChecks ? askWords.ask : askWords.open}
      </button>
      {open && <CopyQuestionDialog close={() => setOpen(false)} />}
    </>
  );
}
