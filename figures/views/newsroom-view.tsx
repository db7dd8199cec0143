import { showHidden } from "../../engine/fold/hidden-characters.ts";
import type { Json } from "../../engine/fold/json.ts";
import { mark, newsroom as words } from "../../language/english/views.ts";
import { type Article, articles, articlesOf } from "./articles-of-state.ts";
import { formatValue } from "./state-change.ts";

export interface NewsroomViewProps {
  state: Json;
  /** The state before this step; when it is given, what changed is marked. */
  before?: Json;
}

/** A newsroom's articles with headline, section and version, what changed marked. Draws any state. */
export function NewsroomView({ state, before }: NewsroomViewProps) {
  if (articlesOf(state) === null) {
    return (
      <p className="newsroom-none">
        {words.none} <code>articles</code>.
      </p>
    );
  }
  const drawn = articles(state, before);
  if (drawn.length === 0) return <p className="newsroom-none">{words.empty}</p>;
  return (
    <ol className="newsroom">
      {drawn.map((article) => (
        <OneArticle key={article.name} article={article} />
      ))}
    </ol>
  );
}

function OneArticle({ article }: { article: Article }) {
  const { name, change, headline, section, version, others, before } = article;
  return (
    <li className={`article ${change}`}>
      <p className="article-head">
        <span className="article-headline">
          {change === "gone" ? <s>{headline || showHidden(name)}</s> : headline || words.untitled}
        </span>
        {change === "new" && <span className="article-mark">{mark.new}</span>}
        {change === "gone" && <span className="article-mark">{mark.taken}</span>}
        <Was value={before.headline} />
      </p>
      <p className="article-facts">
        <span className="article-id">{showHidden(name)}</span>
        {section && (
          <span className={before.section === undefined ? undefined : "changed"}>
            {section}
            <Was value={before.section} />
          </span>
        )}
        {version && (
          <span className={before.version === undefined ? undefined : "changed"}>
            {words.version(version)}
            <Was value={before.version} />
          </span>
        )}
        {others.map((part) => (
          <span key={part.name} className={part.change === "same" ? undefined : part.change}>
            {showHidden(part.name)}: {formatValue(part.now ?? part.was)}
            {part.change === "changed" && <Was value={formatValue(part.was)} />}
            {part.change === "gone" && <span className="article-mark">{mark.taken}</span>}
          </span>
        ))}
      </p>
    </li>
  );
}

function Was({ value }: { value: string | undefined }) {
  return value === undefined ? null : <span className="article-mark">{mark.was(value || "—")}</span>;
}
