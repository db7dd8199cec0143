import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { interestAfter } from "./interest.ts";
import { describeStep, InterestTable } from "./interest-meter.tsx";
import { recordsOf } from "./visits.ts";

const records = recordsOf("cart-23");

test("the table shows pants that the order does not have", () => {
  const drawn = renderToStaticMarkup(<InterestTable records={records} order={interestAfter(records).held} />);
  expect(drawn).toContain("pants</th><td>4</td><td>1</td><td>nothing</td>");
  expect(drawn).toContain("socks</th><td>1</td><td>0</td><td>2</td>");
});

test("before anything is put in, the table says so", () => {
  const drawn = renderToStaticMarkup(<InterestTable records={records.slice(0, 1)} order={{}} />);
  expect(drawn).toContain("Nothing was put in yet.");
});

test("a removal within a minute is told as a hesitation with its seconds, a second one is not", () => {
  expect(describeStep(records.slice(0, 4))).toBe(
    "10:04:25, offset 14: −1 pants. A hesitation of 35 seconds.",
  );
  expect(describeStep(records.slice(0, 5))).toBe("10:04:40, offset 15: −1 pants.");
});
