import type { SceneProps } from "../../../figures/scene-props.ts";
import { grains } from "./grains.ts";
import { HallLegend, HallMap } from "./hall-map.tsx";
import { placeInWords } from "./narration.ts";
import { distanceOf, type Move, pathOf, placeAfter, polarOf } from "./robot-night.ts";

const nightOf = (events: SceneProps["events"]) =>
  events.filter(({ type }) => type === "Moved") as unknown as Move[];

/** What the robot's screen knows. */
function Screen({ events }: SceneProps) {
  const robot = placeAfter(nightOf(events));
  return (
    <figure className="robot-scene">
      <HallMap label="The hall, as the screen knows it" robot={robot} />
      <HallLegend />
      <figcaption>The robot’s screen knows one place: {placeInWords(robot)}.</figcaption>
    </figure>
  );
}

/** The way of the robot, drawn from its moves. */
function Way({ events }: SceneProps) {
  const night = nightOf(events);
  return (
    <figure className="robot-scene">
      <HallMap label="The hall, from the moves" robot={placeAfter(night)} path={pathOf(night)} />
      <HallLegend />
      <figcaption>
        The moves know the whole way: {distanceOf(night)} m, over {pathOf(night).map(placeInWords).join(", ")}
        .
      </figcaption>
    </figure>
  );
}

/** One place in two kinds of coordinates. */
function Coordinates({ events }: SceneProps) {
  const place = placeAfter(nightOf(events));
  const { metres, degrees } = polarOf(place);
  return (
    <table className="robot-table">
      <caption>One place, written in two ways</caption>
      <thead>
        <tr>
          <th scope="col">coordinates</th>
          <th scope="col">stored</th>
          <th scope="col">how far from the dock?</th>
          <th scope="col">how far to the east?</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Cartesian</th>
          <td>{placeInWords(place)}</td>
          <td>
            √({place.x}² + {place.y}²) = {metres} m
          </td>
          <td>{place.x} m, at once</td>
        </tr>
        <tr>
          <th scope="row">polar</th>
          <td>
            {metres} m, {degrees.toFixed(1)}°
          </td>
          <td>{metres} m, at once</td>
          <td>
            {metres} × cos {degrees.toFixed(1)}° = {place.x} m
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The same night, cut into events of three sizes. */
function Grains() {
  return (
    <table className="robot-table">
      <caption>One night, cut into events in three ways</caption>
      <thead>
        <tr>
          <th scope="col">an event is</th>
          <th scope="col">for example</th>
          <th scope="col">records</th>
          <th scope="col">how far?</th>
          <th scope="col">at the wet paint?</th>
        </tr>
      </thead>
      <tbody>
        {grains.map(({ event, example, records, metres, atThePaint }) => (
          <tr key={event}>
            <th scope="row">{event}</th>
            <td>{example}</td>
            <td>{records}</td>
            <td>{metres}</td>
            <td>{atThePaint}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const scenes = { screen: Screen, way: Way, coordinates: Coordinates, grains: Grains };
