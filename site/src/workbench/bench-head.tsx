import { benchWords } from "../../../language/english/workbench.ts";
import { ArrivedLine } from "../sharing/arrived-line.tsx";
import { ShareButton } from "../sharing/share-button.tsx";
import { AskButton } from "./ask/ask-button.tsx";
import { useBenchParts } from "./bench-parts.ts";
import { KeysHelp } from "./keys-help.tsx";
import { WhereLine } from "./where-line.tsx";

/** Where it runs, what the keys do, and which log is on the tape when it is not the exercise's own. */
export function BenchHead() {
  const { payload, exercise, session, where, liking, changeLiking, bench } = useBenchParts();
  const { tape } = bench.state;
  return (
    <>
      <div className="wb-head">
        <WhereLine
          where={where}
          exercise={exercise}
          here={payload.made === "here"}
          retry={() => session?.retry()}
        />
        <ShareButton />
        <AskButton />
        <KeysHelp on={liking.keys} setOn={(keys) => changeLiking({ keys })} />
      </div>
      <ArrivedLine />
      {tape.kind !== "lesson" && (
        <p className="wb-other-log">
          <span>{tape.title}</span>
          <button type="button" className="action quiet wb-small" onClick={bench.back}>
            {benchWords.backToLog}
          </button>
        </p>
      )}
    </>
  );
}
