import { myLog as words } from "../../../language/english/my-log.ts";
import { pathTo } from "../frame/paths.ts";
import { progressIn } from "../progress/fold.ts";
import { Keeping } from "./keeping.tsx";
import { Passes, type Title } from "./passes.tsx";
import { useMyLog } from "./use-my-log.ts";

interface MyLogTextProps {
  /** By exercise, so that a pass can be named. */
  titles: Record<string, Title>;
  /** Slug of the lesson for those who have not begun. */
  start: string;
}

/** The text beside one's own log: what there is, where one stands, and how to keep it. */
export function MyLogText({ titles, start }: MyLogTextProps) {
  const log = useMyLog();
  if (!log) return <p role="status">{words.loading}</p>;
  const [first] = log;
  return (
    <>
      {first ? (
        <>
          <p className="ml-count">{words.count(log.length, dateOf(first.event.metadata.occurredAt))}</p>
          <section aria-labelledby="standing">
            <h2 id="standing">{words.standing}</h2>
            <Passes progress={progressIn(log)} titles={titles} />
          </section>
        </>
      ) : (
        <div className="ml-empty">
          <p>{words.empty}</p>
          <p>
            <a className="action" href={pathTo(`/lessons/${start}/`)}>
              {words.begin}
            </a>
          </p>
        </div>
      )}
      <Keeping log={log} />
      <p className="ml-where">{words.where}</p>
    </>
  );
}

const dateOf = (at: string) =>
  new Date(at).toLocaleDateString(document.documentElement.lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
