import { useState } from "react";
import { sharing } from "../../../../language/english/share-button.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { useWorkbench } from "../workbench-context.ts";

const ShareDialog = onDemand<{ close(): void }>(sharing.dialog, () =>
  import("./share-dialog.tsx").then((module) => module.ShareDialog),
);

/** Opens what can be given to others: links to code and step, and a test. Not there for a log that no link can name. */
export function ShareButton() {
  const { payload } = useWorkbench();
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
