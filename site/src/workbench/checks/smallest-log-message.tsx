import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { checkWords } from "../../../../language/english/checks.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";

/** What is said of the smallest log, where the message above is about a record of another log. */
export function SmallestLogMessage({ outcome }: { outcome: CheckOutcome }) {
  const { counterexampleMessage } = outcome;
  if (!counterexampleMessage) return null;
  return (
    <p className="wb-soft">
      {checkWords.inSmallest} <InlineCodeText text={counterexampleMessage.message} />
    </p>
  );
}
