import { useEffect, useState } from "react";
import { wayWords } from "../../../../language/english/solution.ts";
import type { FoldSession } from "../../session/session-interface.ts";
import { approachesTo } from "../../session/solution-source.ts";
import { CodeDiff } from "./code-diff.tsx";
import { diffLines } from "./text-diff.ts";

export interface OtherSolutionsProps {
  exercise: string;
  session: FoldSession | null;
  /** The learner's code. */
  mine: string;
}

/** Other right answers, each with the learner's beside it. */
export function OtherSolutions({ exercise, session, mine }: OtherSolutionsProps) {
  const [ways, setWays] = useState<{ name: string; source: string }[] | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    approachesTo(exercise, session).then(setWays, (problem) =>
      setFailed(problem?.name === "Refusal" ? problem.message : wayWords.failed),
    );
  }, [exercise, session]);
  if (!ways) return failed ? <p className="wb-soft">{failed}</p> : null;
  return ways.map(({ name, source }) => {
    const title = titleOf(name, source);
    return (
      <details key={name} className="wb-way">
        <summary>{title}</summary>
        <CodeDiff
          lines={diffLines(mine, source)}
          label={wayWords.label(title)}
          caption={wayWords.caption}
          mine={wayWords.onlyYours}
          theirs={wayWords.onlyThis}
        />
      </details>
    );
  });
}

/** The first line of an approach is a comment that says what it is; without one its name has to do. */
function titleOf(name: string, source: string): string {
  const comment = /^\s*\/\/\s*(\S.*)$/m.exec(source.split("\n", 1)[0] ?? "")?.[1];
  return comment ?? name.replaceAll("-", " ");
}
