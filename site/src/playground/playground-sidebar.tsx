import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import { eventColour, eventSign } from "../../../figures/event-colours.ts";
import { arrivedByLink } from "../../../language/english/arrived-by-link.ts";
import { first as firstWords, onTape, page } from "../../../language/english/playground.ts";
import { number } from "../../../language/numbers.ts";
import { readExercise } from "../exercise/exercise-memory.ts";
import { InlineCodeText } from "../ui/inline-code-text.tsx";
import { ChoiceFields } from "./choice-fields.tsx";
import { withWorkspaces } from "./load-on-demand.ts";
import { OpenAnotherLog } from "./open-another-log.tsx";
import { memoryOf, type Playground, usePlayground } from "./playground-store.ts";
import { useIsHydrated } from "./use-is-hydrated.ts";

/** The text beside the workbench: which log is on the tape, what was found in it, and how to put another there. */
export function PlaygroundSidebar({ base, first }: { base: string; first: Playground }) {
  const playground = usePlayground(first);
  const { log, workspace, problem } = playground;
  return (
    <>
      <header className="head">
        <h1 id="_top">{page.title}</h1>
      </header>
      <p className="pg-lead">{page.lead}</p>
      {problem && (
        <p className="wb-notice" role="alert">
          <InlineCodeText text={problem} />
        </p>
      )}
      {workspace === "link" && <FromLink base={base} playground={playground} />}
      <section aria-labelledby="on-tape">
        <h2 id="on-tape">{onTape.title}</h2>
        <p className="pg-name">{onTape.of(showHidden(log.name), log.found.count)}</p>
        {log.origin.kind === "first" && <p>{firstWords.what}</p>}
        <Found playground={playground} />
        <ChoiceFields choices={playground.choices} />
      </section>
      <p className="to-bench">
        <a className="action" href="#workbench" data-open-bench>
          {page.toBench}
        </a>
      </p>
      <OpenAnotherLog base={base} />
    </>
  );
}

function FromLink({ base, playground }: { base: string; playground: Playground }) {
  return (
    <div className="wb-notice">
      <p>{arrivedByLink.playground}</p>
      <p className="wb-row">
        <button
          type="button"
          className="action quiet wb-small"
          onClick={() => withWorkspaces(({ leaveSharedWorkspace }) => leaveSharedWorkspace(base))}
        >
          {arrivedByLink.back}
        </button>
        <button
          type="button"
          className="action quiet wb-small"
          onClick={() => withWorkspaces(({ keepAsOwn }) => keepAsOwn(playground.log, playground.choices))}
        >
          {arrivedByLink.stay}
        </button>
      </p>
    </div>
  );
}

/** What was found while the log was read: lines that are no record, records that are no event, the types of events. */
function Found({ playground }: { playground: Playground }) {
  const { log, kept, workspace } = playground;
  const { found } = log;
  const left = found.bad - found.problems.length;
  const types = [...found.types];
  const hasCode = useIsHydrated() && readExercise(memoryOf(playground)).code !== undefined;
  return (
    <>
      {log.file && log.origin.kind === "given" && <p>{onTape.long}</p>}
      {found.bad > 0 && (
        <div className="pg-problems" role="status">
          <p>{onTape.problems(found.bad, found.lines)}</p>
          <ul>
            {found.problems.map((problem) => (
              <li key={problem}>{showHidden(problem)}</li>
            ))}
          </ul>
          {left > 0 && <p>{onTape.more(left)}</p>}
        </div>
      )}
      {found.noEvents > 0 && <p>{onTape.noEvents(found.noEvents)}</p>}
      {!kept && <p>{onTape.notKept}</p>}
      {hasCode && workspace === "own" && log.origin.kind !== "first" && <p>{onTape.codeKept}</p>}
      {types.length === 0 ? (
        <p>{onTape.noTypes}</p>
      ) : (
        <table className="pg-types">
          <caption>{onTape.types}</caption>
          <thead>
            <tr>
              <th scope="col">{onTape.type}</th>
              <th scope="col">{onTape.records}</th>
            </tr>
          </thead>
          <tbody>
            {types.map(([type, { records: count }]) => (
              <tr key={type}>
                <th scope="row" className="mono">
                  <span aria-hidden="true" style={{ color: eventColour(type) }}>
                    {eventSign(type)}
                  </span>{" "}
                  {showHidden(type)}
                </th>
                <td>{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
