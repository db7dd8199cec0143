import { useState } from "react";
import { FoldSteps } from "./fold-steps.tsx";
import { type Fold, folds } from "./folds.ts";
import { ThreeFolds } from "./three-folds.tsx";
import "./figure.css";

/** Three folds of one log: the reader guesses which is right, then runs each of them, step by step. */
export default function OneLogThreeFolds() {
  const [guess, setGuess] = useState<Fold["id"] | null>(null);
  return (
    <div className="three-folds">
      <ThreeFolds guess={guess} onGuess={setGuess} />
      {guess !== null && <FoldSteps folds={folds} first={guess} />}
    </div>
  );
}
