import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ConsumersTable } from "./grow-the-topic.tsx";
import { placeRecords } from "./growing-topic.ts";

const textOf = (drawn: React.ReactElement) => renderToStaticMarkup(drawn).replaceAll(/<[^>]*>/g, "");

test("the table of the consumers shows a cart whole as long as it is in one partition", () => {
  const whole = textOf(<ConsumersTable placed={placeRecords(16, 3)} />);
  expect(whole).toContain("✓ of partition 0: pants 1, hat 1; checked out");
  expect(whole).not.toContain("✗");
  const split = textOf(<ConsumersTable placed={placeRecords(16, 4)} />);
  expect(split).toContain("✗ of partition 3: empty; checked out");
  expect(split).not.toContain("✓");
});
