import { useState } from "react";
import { compareWords } from "../../../../language/english/compare.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useWorkbench } from "../workbench-context.ts";
import css from "./compare.css?inline";
import { ReferenceCompare } from "./reference-compare.tsx";
import { VersionCompare } from "./version-compare.tsx";

addStylesheet(css);

/** Two folds of the exercise's log by two sources: the reference's and the learner's, or two versions of the latter. */
export function ComparePanel() {
  const { exercise } = useWorkbench();
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
