import { useMemo } from "react";
import { whatIfWords } from "../../../../language/english/what-if.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { keysOf } from "../two-folds/fold-side.ts";
import { useWorkbench } from "../workbench-context.ts";
import { recordsOfCards } from "./records-of-cards.ts";
import css from "./what-if.css?inline";
import { WhatIf } from "./what-if.tsx";

addStylesheet(css);

/** A copy of the log on the tape, and what becomes of the state when it is another one. Another log is another copy. */
export function WhatIfPanel() {
  const { exercise, $cards, ...workbench } = useWorkbench();
  const tape = useStore(workbench.tape.$tape);
  const cards = useStore($cards);
  const log = `${tape.kind} ${tape.title}`;
  // The same log folded by other code is the same copy.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are of the log that `log` names
  const taken = useMemo(() => recordsOfCards(cards), [log, tape.records.length]);
  if (tape.long) return <p className="wb-soft">{whatIfWords.long}</p>;
  if (taken.records.length === 0) return <p className="wb-soft">{whatIfWords.nothing}</p>;
  return <WhatIf key={log} logName={`${exercise.id} ${log}`} taken={taken} keys={keysOf(taken.records)} />;
}
