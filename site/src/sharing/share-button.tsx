import { useState } from "react";
import { sharing } from "../../../language/english/sharing.ts";
import { useBenchParts } from "../workbench/bench-parts.ts";
import { onDemand } from "../workbench/on-demand.tsx";

const ShareDialog = onDemand<{ close(): void }>(sharing.dialog, () =>
  import("./share-dialog.tsx").then((module) => module.ShareDialog),
);

/** Opens what can be given to others: links to code and step, and a test. Not there for a log that no link can name. */
export function ShareButton() {
  const { payload } = useBenchParts();
  const [open, setOpen] = useState(false);
  if (payload.made && !payload.shared) return null;
  return (
    <>
      <button type="button" className="wb-link wb-share" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {sharing.open}
      </button>
      {open && <ShareDialog close={() => setOpen(false)} />}
    </>
  );
}
