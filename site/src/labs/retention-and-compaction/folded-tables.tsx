import { sameJson } from "../../../../engine/fold/json.ts";
import { items } from "../../../../engine/labs/retention-and-compaction/facts.ts";
import { retentionWords as words } from "../../../../language/english/retention-lab.ts";

type Table = Record<string, number>;

/** What the same fold makes of both topics, key by key. */
export function FoldedTables({ whole, compacted }: { whole: Table; compacted: Table }) {
  const agree = sameJson(whole, compacted);
  return (
    <>
      <table className="cut-table">
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.whole}</th>
            <th scope="col">{words.compacted}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item} className={whole[item] === compacted[item] ? "" : "differs"}>
              <th scope="row">
                <code>{item}</code>
              </th>
              <td>{whole[item] ?? words.none}</td>
              <td>{compacted[item] ?? words.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className={agree ? "" : "bad"}>
        {agree ? words.verdict.same : words.verdict.differ}
      </p>
    </>
  );
}
