import { passedWords } from "../../../../language/english/checks.ts";

interface ParLineProps {
  par: number;
  /** The fewest statements that passed in this browser; absent where they could not be counted. */
  best: number | undefined;
}

/** What there is to play for after a pass. */
export function FewestStatementsLine({ par, best }: ParLineProps) {
  return (
    <p className="wb-soft">
      {passedWords.par(par)} {best !== undefined && passedWords.best(best)}
    </p>
  );
}
