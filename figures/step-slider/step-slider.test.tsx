import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StepSlider } from "./step-slider.tsx";

const drawn = (offset: number) =>
  renderToStaticMarkup(
    <StepSlider label="Ride" count={3} offset={offset} narration="Here." onMove={() => {}} />,
  );
const buttons = (offset: number) => [...drawn(offset).matchAll(/aria-disabled="(\w+)"/g)].map(([, is]) => is);

test("a step leads nowhere at the ends, and the slider says in words where it is", () => {
  expect(buttons(-1)).toEqual(["true", "false"]);
  expect(buttons(1)).toEqual(["false", "false"]);
  expect(buttons(2)).toEqual(["false", "true"]);
  expect(drawn(-1)).toContain('aria-valuetext="before offset 0"');
  expect(drawn(2)).toContain('aria-valuetext="offset 2"');
  const own = (
    <StepSlider
      label="Ride"
      count={3}
      offset={1}
      narration="Here."
      place={(at) => `${at + 1} sent`}
      onMove={() => {}}
    />
  );
  expect(renderToStaticMarkup(own)).toContain('aria-valuetext="2 sent"');
});
