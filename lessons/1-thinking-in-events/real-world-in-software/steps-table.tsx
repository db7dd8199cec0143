import { narration, placeInWords } from "./narration.ts";
import { distanceOf, moves, placeAfter } from "./robot-night.ts";

/** The figure in words: each move, and what both models hold after it. */
export function StepsTable() {
  return (
    <details className="robot-steps">
      <summary>The four moves as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">The log gets a record</th>
            <th scope="col">Position</th>
            <th scope="col">Driven so far</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ metadata }, offset) => {
            const night = moves.slice(0, offset + 1);
            return (
              <tr key={metadata.id}>
                <th scope="row">{narration(night)}</th>
                <td>{placeInWords(placeAfter(night))}</td>
                <td>{distanceOf(night)} m</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
