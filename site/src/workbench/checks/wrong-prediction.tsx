import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { predictWords } from "../../../../language/english/predict.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import { useWorkbench } from "../workbench-context.ts";

/** The first state that was predicted wrong, how many were right, and the way back to the step before it. */
export function WrongPrediction({ outcome, score }: { outcome: CheckOutcome; score: string }) {
  const { layout, navigation } = useWorkbench();
  const { index, position } = outcome.firstDivergence ?? {};
  return (
    <div className="wb-failure">
      <p className="wb-verdict bad">
        <InlineCodeText text={outcome.message} />
      </p>
      <p className="wb-row">
        {index !== undefined && (
          <button
            type="button"
            className="action wb-small"
            onClick={() => {
              navigation.go(index - 1);
              layout.showPane("state");
            }}
          >
            {predictWords.again(position?.offset ?? index)}
          </button>
        )}
        <span className="wb-soft">{score}</span>
      </p>
    </div>
  );
}
