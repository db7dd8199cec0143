import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LogStrip } from "./log-strip.tsx";
import { Flow, Split } from "./pipeline-stage.tsx";

const records = ["CartOpened", "ItemAdded", "CheckedOut"].map((type, offset) => ({
  offset,
  type,
  summary: "",
}));

test("a strip says in words which records its reader has not folded yet", () => {
  const html = renderToStaticMarkup(
    <LogStrip label="The log" records={records} read={2} reader="the views" />,
  );
  expect(html.match(/not yet in the views/g)).toHaveLength(1);
  expect(html.indexOf("not yet in")).toBeGreaterThan(html.indexOf("CheckedOut"));
});

test("a reader at the end of the log leaves nothing unread", () => {
  const html = renderToStaticMarkup(
    <LogStrip label="The log" records={records} read={3} reader="the views" />,
  );
  expect(html).not.toContain("not yet in");
});

test("an arrow that comes later says so in its class and keeps its label readable", () => {
  const html = renderToStaticMarkup(<Flow down when="later" label="a moment later" />);
  expect(html).toContain("later down");
  expect(html).toContain("a moment later</span>");
});

test("a joined split with nothing below leaves its lower half empty, so that it is one box", () => {
  const html = renderToStaticMarkup(<Split joined upper="One model" />);
  expect(html.match(/<div class="pipeline-half"><\/div>/g)).toHaveLength(1);
});
