import { useState } from "react";
import { askWords } from "../../../../language/english/ask.ts";
import { useBenchParts } from "../bench-parts.ts";
import { onDemand } from "../on-demand.tsx";

const AskDialog = onDemand<{ close(): void }>(askWords.title, () =>
  import("./ask-dialog.tsx").then((module) => module.AskDialog),
);

/** Opens a question about this exercise, to be copied. Not there for what the page has put together. */
export function AskButton({ inChecks = false }: { inChecks?: boolean }) {
  const { payload } = useBenchParts();
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
      {open && <AskDialog close={() => setOpen(false)} />}
    </>
  );
}
