import { useState } from "react";
import { compareWords } from "../../../../language/english/compare.ts";
import { useBenchParts } from "../bench-parts.ts";
import { lateStyle } from "../late-style.ts";
import css from "./compare.css?inline";
import { ReferenceCompare } from "./reference-compare.tsx";
import { VersionCompare } from "./version-compare.tsx";

lateStyle(css);

/** Two folds of the exercise's log by two sources: the reference's and the learner's, or two versions of the latter. */
export function ComparePanel() {
  const { exercise } = useBenchParts();
  const hasReference = exercise.checks.length > 0;
  const [chosen, setChosen] = useState<"reference" | "versions">(hasReference ? "reference" : "versions");
  return (
    <div className="cp">
      {hasReference && (
        <fieldset className="wb-row cp-what" aria-label={compareWords.what}>
          {(["reference", "versions"] as const).map((what) => (
            <button
              key={what}
              type="button"
              className="wb-link"
              aria-pressed={chosen === what}
              onClick={() => setChosen(what)}
            >
              {compareWords[what]}
            </button>
          ))}
        </fieldset>
      )}
      {chosen === "reference" ? <ReferenceCompare /> : <VersionCompare />}
    </div>
  );
}
