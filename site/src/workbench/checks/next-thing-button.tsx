import { nextWords } from "../../../../language/english/checks.ts";
import { firstNotPassed } from "../../exercise/next-thing.ts";
import { useWorkbench } from "../workbench-context.ts";

/** One button to what follows a pass: an exercise, a lesson or a challenge that exists. */
export function NextThingButton() {
  const { next } = useWorkbench();
  const thing = firstNotPassed(next);
  if (!thing) return null;
  return (
    <p>
      <a
        className="action wb-next"
        href={thing.href}
        data-open-exercise={thing.isOnPage && thing.kind === "exercise" ? thing.id : undefined}
        data-open-text={thing.kind === "part" ? "" : undefined}
      >
        <span>
          {nextWords[thing.kind]} <strong>{thing.title}</strong>
        </span>
        <span aria-hidden="true">→</span>
      </a>
    </p>
  );
}
