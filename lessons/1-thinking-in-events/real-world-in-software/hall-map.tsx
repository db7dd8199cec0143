import { placeInWords } from "./narration.ts";
import { dock, type Place, wetPaint } from "./robot-night.ts";

/** How far the hall reaches from the dock, in metres: to east and west, and to north and south. */
const hall = { x: 4, y: 5 };
/** Metres of margin for the walls. */
const margin = 0.5;

interface HallMapProps {
  /** Names the map for a screen reader. */
  label: string;
  robot: Place;
  /** The way that the robot took, from its dock on; absent where nobody knows it. */
  path?: Place[];
}

/** The hall of the museum from above: the dock in the middle, the wet paint, the robot, and its way where it is known. */
export function HallMap({ label, robot, path }: HallMapProps) {
  const [width, height] = [2 * (hall.x + margin), 2 * (hall.y + margin)];
  // North is up, and an SVG counts downwards.
  const point = ({ x, y }: Place) => `${x},${-y}`;
  return (
    <svg
      className="hall-map"
      viewBox={`${-hall.x - margin} ${-hall.y - margin} ${width} ${height}`}
      role="img"
      aria-label={`${label}: ${describe(robot, path)}`}
    >
      <rect className="hall-floor" x={-hall.x} y={-hall.y} width={2 * hall.x} height={2 * hall.y} />
      <path className="hall-lines" d={`M0,${-hall.y} V${hall.y} M${-hall.x},0 H${hall.x}`} />
      <rect className="hall-paint" x={wetPaint.x - 0.5} y={-wetPaint.y - 0.5} width={1} height={1} />
      <rect className="hall-dock" x={dock.x - 0.4} y={-dock.y - 0.4} width={0.8} height={0.8} />
      {path && <polyline className="hall-path" points={path.map(point).join(" ")} />}
      {path?.slice(1).map((place, leg) => (
        <circle key={`${leg} ${point(place)}`} className="hall-stop" cx={place.x} cy={-place.y} r={0.12} />
      ))}
      <circle className="hall-robot" cx={robot.x} cy={-robot.y} r={0.28} />
    </svg>
  );
}

/** What the signs on the map mean. */
export function HallLegend() {
  return (
    <p className="hall-legend">
      <span className="hall-sign dock" aria-hidden="true" /> dock{" "}
      <span className="hall-sign paint" aria-hidden="true" /> wet paint{" "}
      <span className="hall-sign robot" aria-hidden="true" /> robot
    </p>
  );
}

function describe(robot: Place, path: Place[] | undefined): string {
  const here = `the robot is at ${placeInWords(robot)}`;
  if (!path) return `${here}. Its way is not known.`;
  return `${here}. Its way: ${path.map(placeInWords).join(", ")}.`;
}
