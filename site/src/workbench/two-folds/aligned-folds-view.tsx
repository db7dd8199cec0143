import { useState } from "react";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import type { AlignedFolds } from "./aligned-folds.ts";
import { describeDivergence } from "./describe-divergence.ts";
import { TwoFolds } from "./two-folds.tsx";

interface AlignedFoldsViewProps {
  aligned: AlignedFolds;
  view: Exercise["view"];
  /** Said instead of where they part. */
  divergence?: string;
}

/** Two folds side by side, opened where they part first, else at their end. Other folds open anew. */
export function AlignedFoldsView({ aligned, view, divergence }: AlignedFoldsViewProps) {
  const opensAt = aligned.divergence ?? aligned.rows.length - 1;
  const [at, setAt] = useState({ aligned, row: opensAt });
  const row = at.aligned === aligned ? at.row : opensAt;
  return (
    <TwoFolds
      aligned={aligned}
      divergence={divergence ?? describeDivergence(aligned)}
      view={view}
      row={row}
      isOneLog={aligned.rows.every(
        (each) => each.kind === "both" && each.one?.summary === each.other?.summary,
      )}
      go={(to) => setAt({ aligned, row: to })}
    />
  );
}
