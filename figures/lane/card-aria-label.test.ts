import { expect, test } from "vitest";
import { cardName } from "./card-aria-label.ts";
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

test("a card is read as a person would read it", () => {
  expect(cardName(card, "09:05")).toBe("offset 3, 09:05. ItemAdded: t-shirt · 1.");
  expect(cardName({ ...card, mark: "failing", holds: true }, "cart-1")).toBe(
    "offset 3, cart-1. ItemAdded: stopped. the breakpoint is true.",
  );
  expect(cardName({ ...card, kind: "command", offset: null, summary: "" }, null)).toBe("command. ItemAdded.");
});
