import { stateWords } from "../../../../language/english/state.ts";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";

/**
 * Says that the starter's code computed a state, until the exercise is passed. `source` is the code that was folded. A
 * decider's `evolve` is finished in the starter.
 */
export function StarterNote({ source }: { source: string }) {
  const { exercise, memory } = useWorkbench();
  const isPassed = useStore(memory.$value, ({ passed }) => passed !== null);
  const { form, entry, starter } = exercise;
  if (form === "predict" || entry.kind === "decider" || source !== starter || isPassed) return null;
  return <p className="wb-soft wb-unfinished">{stateWords.starter}</p>;
}
