import { useState } from "react";
import type { Exercise } from "../payload.ts";
import type { Laid } from "./laid.ts";
import { partingInWords } from "./parting.ts";
import { TwoFolds } from "./two-folds.tsx";

interface LaidFoldsProps {
  laid: Laid;
  view: Exercise["view"];
  /** Said instead of where they part. */
  told?: string;
}

/** Two folds side by side, opened where they part first, else at their end. Other folds open anew. */
export function LaidFolds({ laid, view, told }: LaidFoldsProps) {
  const opensAt = laid.parting ?? laid.rows.length - 1;
  const [at, setAt] = useState({ laid, row: opensAt });
  const row = at.laid === laid ? at.row : opensAt;
  return (
    <TwoFolds
      laid={laid}
      told={told ?? partingInWords(laid)}
      view={view}
      row={row}
      isOneLog={laid.rows.every((each) => each.kind === "both" && each.one?.summary === each.other?.summary)}
      go={(to) => setAt({ laid, row: to })}
    />
  );
}
