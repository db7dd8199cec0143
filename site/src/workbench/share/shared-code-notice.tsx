import { arrivedByLink as words } from "../../../../language/english/arrived-by-link.ts";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";

/** While the code on screen is not the learner's own: how to go back to theirs. */
export function SharedCodeNotice() {
  const { exercise, memory, code, navigation } = useWorkbench();
  const aside = useStore(memory.$value, (value) => value.aside);
  if (!aside) return null;
  return (
    <div className="wb-other-log">
      <span>{words.here}</span>
      <button
        type="button"
        className="action quiet wb-small"
        onClick={() => {
          memory.change({ aside: undefined });
          code.edit(aside.code ?? exercise.starter);
          navigation.go(aside.cursor);
        }}
      >
        {words.back}
      </button>
      <button type="button" className="wb-link" onClick={() => memory.change({ aside: undefined })}>
        {words.stay}
      </button>
    </div>
  );
}
