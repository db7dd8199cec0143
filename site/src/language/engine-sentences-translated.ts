import { adviceSentences } from "../../../engine/sentences/english/advice.ts";
import { captureLabSentences } from "../../../engine/sentences/english/capture-lab.ts";
import { clusterLabSentences } from "../../../engine/sentences/english/cluster-lab.ts";
import { clusterTestSentences } from "../../../engine/sentences/english/cluster-test.ts";
import { compileSentences } from "../../../engine/sentences/english/compile.ts";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { checkTitles, gradingSentences } from "../../../engine/sentences/english/grading.ts";
import { kafkaSentences } from "../../../engine/sentences/english/kafka.ts";
import { labSentences } from "../../../engine/sentences/english/labs.ts";
import { lawSentences } from "../../../engine/sentences/english/laws.ts";
import { lineCoverageSentences } from "../../../engine/sentences/english/line-coverage.ts";
import { projectorsLabSentences } from "../../../engine/sentences/english/projectors-lab.ts";
import { refusalAdvice, refusalDetails } from "../../../engine/sentences/english/refusals.ts";
import { runSentences } from "../../../engine/sentences/english/runs.ts";
import { stepSentences } from "../../../engine/sentences/english/steps.ts";
import { stoppedRunSentences } from "../../../engine/sentences/english/stopped-runs.ts";
import { topicAuditSentences } from "../../../engine/sentences/english/topic-audit.ts";
import { topicLabSentences } from "../../../engine/sentences/english/topic-labs.ts";
import { type Sentence, type SentenceTable, writeSentences } from "../../../engine/sentences/message.ts";
import type { FoldSession } from "../session/session-interface.ts";

/** Imported under their English names; `languagePlugin` puts this build's language there. */
const table: SentenceTable = {
  ...adviceSentences,
  ...checkTitles,
  ...captureLabSentences,
  ...clusterLabSentences,
  ...clusterTestSentences,
  ...compileSentences,
  ...databaseLabSentences,
  ...gradingSentences,
  ...kafkaSentences,
  ...labSentences,
  ...lawSentences,
  ...lineCoverageSentences,
  ...projectorsLabSentences,
  ...refusalAdvice,
  ...refusalDetails,
  ...runSentences,
  ...stepSentences,
  ...stoppedRunSentences,
  ...topicAuditSentences,
  ...topicLabSentences,
};

/** Where a sentence or a fold can be in what the engine or the server says. */
interface Said {
  sentences?: Sentence[];
  titleSentences?: Sentence[];
  message?: string;
  detail?: string;
  end?: unknown;
  trace?: unknown;
  mine?: unknown;
  reference?: unknown;
  counterexampleMessage?: unknown;
}

/**
 * What the engine or the server says, in this build's language: a message, a problem, or what has the end of a fold in
 * it. A text without sentences, or with one that this build does not know, stays as it came.
 */
export function inPageLanguage<Any>(said: Any): Any {
  if (typeof said !== "object" || said === null) return said;
  const { sentences, titleSentences, end, trace, mine, reference, counterexampleMessage } = said as Said;
  const text = sentences && writeSentences(sentences, table);
  const title = titleSentences && writeSentences(titleSentences, table);
  return {
    ...said,
    ...(text != null && { ["detail" in said ? "detail" : "message"]: text }),
    ...(title != null && { title }),
    ...(end !== undefined && { end: inPageLanguage(end) }),
    ...(trace !== undefined && { trace: inPageLanguage(trace) }),
    ...(mine !== undefined && { mine: inPageLanguage(mine) }),
    ...(reference !== undefined && { reference: inPageLanguage(reference) }),
    ...(counterexampleMessage !== undefined && {
      counterexampleMessage: inPageLanguage(counterexampleMessage),
    }),
  };
}

type Transport = Pick<FoldSession, "run" | "lines" | "window" | "windowLines" | "check" | "compare">;

/** A transport whose listeners hear everything in this build's language. */
export function transportInPageLanguage<Wrapped extends Transport>(transport: Wrapped): Wrapped {
  const heard =
    <Message>(listen: (message: Message) => void) =>
    (message: Message) =>
      listen(inPageLanguage(message));
  return {
    ...transport,
    run: (request, listen) => transport.run(request, heard(listen)),
    lines: (request, listen) => transport.lines(request, heard(listen)),
    window: (request, listen) => transport.window(request, heard(listen)),
    windowLines: (request, listen) => transport.windowLines(request, heard(listen)),
    check: (request, listen) => transport.check(request, heard(listen)),
    compare: async (payload, source) => inPageLanguage(await transport.compare(payload, source)),
  };
}
