import type { TraceMessage } from "../../../../engine/fold/trace.ts";
import { breakpointFieldWords as words } from "../../../../language/english/breakpoint-field.ts";

const texts = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const assignment = /(?<![=!<>])=(?![=>])|\+\+|--/;

/** Whether an expression assigns a value, as in `state.total = 100`: it is no condition then. Texts in it are ignored. */
export function assigns(expression: string): boolean {
  return assignment.test(expression.replaceAll(texts, ""));
}

/** What to say of a breakpoint that was asked as the only watch of a fold and is true at no step; null if it never fails. */
export function breakpointFailures(messages: TraceMessage[]): string | null {
  const answers = messages.flatMap((message) => (message.kind === "step" ? (message.watched ?? []) : []));
  const errors = answers.flatMap((answer) => ("error" in answer ? [answer.error] : []));
  return errors.length === 0 ? null : words.fails(errors.length, answers.length, errors[0] as string);
}
