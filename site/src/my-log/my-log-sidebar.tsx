import { myLog as words } from "../../../language/english/my-log.ts";
import { pathTo } from "../frame/path-to.ts";
import { progressIn } from "../progress/fold-progress.ts";
import { ExportImportClear } from "./export-import-clear.tsx";
import { PassedExercises, type Title } from "./passed-exercises.tsx";
import { useMyLog } from "./use-my-log.ts";

interface MyLogSidebarProps {
  /** By exercise, so that a pass can be named. */
  titles: Record<string, Title>;
  /** Slug of the lesson for those who have not begun. */
  start: string;
}

/** The text beside one's own log: what there is, where one stands, and how to keep it. */
export function MyLogSidebar({ titles, start }: MyLogSidebarProps) {
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
            <PassedExercises progress={progressIn(log)} titles={titles} />
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
      <ExportImportClear log={log} />
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
