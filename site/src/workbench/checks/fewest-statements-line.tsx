import { passedWords } from "../../../../language/english/checks.ts";

interface ParLineProps {
  par: number;
  /** The fewest statements that passed in this browser; absent where they could not be counted. */
  best: number | undefined;
}

/** What there is to play for after a pass. */
export function FewestStatementsLine({ par, best }: ParLineProps) {
  const isShorter = best !== undefined && best < par;
  return (
    <p className="wb-soft">
      {isShorter ? passedWords.shorter(best, par) : passedWords.par(par)}{" "}
      {best !== undefined && !isShorter && passedWords.best(best)}
    </p>
  );
}
