import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Card } from "./card-view.tsx";
import type { LaneCard } from "./lane-card.ts";

const card: LaneCard = {
  id: "a",
  lane: "partition 0",
  kind: "event",
  title: "ItemAdded",
  offset: 3,
  key: "cart-1",
  time: "09:05",
  summary: "t-shirt · 1",
};

const drawn = (card: LaneCard, compact: boolean) =>
  renderToStaticMarkup(
    <Card
      {...{ card, compact, index: 0, count: 1, row: 0, left: 0, current: -1 }}
      colourBy="type"
      onPick={() => {}}
    />,
  );

test("on a low card a mark takes the place of the time, in what is seen and in what is read out", () => {
  const marked: LaneCard = { ...card, mark: "divergent" };
  expect(drawn(marked, true)).not.toContain("09:05");
  for (const high of [drawn(marked, false), drawn(card, true)]) expect(high.match(/09:05/g)).toHaveLength(2);
});
