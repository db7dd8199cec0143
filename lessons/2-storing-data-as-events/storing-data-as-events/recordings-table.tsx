import { recordings, recordsOf } from "./recordings.ts";

const columns = recordings.map((recording) => ({ recording, records: recordsOf(recording) }));

/** The figure in words: what each way writes down at each save. */
export function RecordingsTable() {
  return (
    <details className="recordings-table">
      <summary>All three as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">offset</th>
            {columns.map(({ recording }) => (
              <th key={recording} scope="col">
                {recording}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns[0]?.records.map(({ offset }) => (
            <tr key={offset}>
              <th scope="row">{offset}</th>
              {columns.map(({ recording, records }) => (
                <td key={recording}>
                  {records[offset]?.type}: {records[offset]?.words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
