// @vitest-environment happy-dom
import { atom } from "nanostores";
import { act, type ReactNode, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Dialog } from "./dialog.tsx";
import { TabList } from "./tabs.tsx";
import { useStore } from "./use-store.ts";

let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
});
afterEach(() => act(async () => root.unmount()));

const draw = (what: ReactNode) => act(async () => root.render(what));
const tabs = () => [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
const inFront = () => tabs().filter((tab) => tab.ariaSelected === "true" || tab.tabIndex === 0);

function Letters() {
  const [chosen, choose] = useState("a");
  return (
    <TabList
      label="Letters"
      className="letters"
      tabs={["a", "b", "c"].map((name) => ({ name, title: name }))}
      idOf={(name) => ({ tab: `${name}-tab`, panel: `${name}-panel` })}
      chosen={chosen}
      choose={choose}
    />
  );
}

test("one tab is in the order of Tab and names its panel; arrow keys choose the next one, around the ends", async () => {
  await draw(<Letters />);
  const press = (key: string) =>
    act(async () => {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  tabs()[0]?.focus();
  expect(inFront().map(({ id }) => id)).toEqual(["a-tab"]);
  await press("ArrowLeft");
  expect([inFront().map(({ id }) => id), document.activeElement?.id]).toEqual([["c-tab"], "c-tab"]);
  await press("ArrowRight");
  await press("ArrowRight");
  expect([inFront().map(({ id }) => id), document.activeElement?.id]).toEqual([["b-tab"], "b-tab"]);
  expect(tabs().map((tab) => tab.getAttribute("aria-controls"))).toEqual([null, "b-panel", null]);
  await press("x");
  expect(document.activeElement?.id).toBe("b-tab");
});

test("a dialog is open as long as it is drawn, has a name, and tells when it is closed", async () => {
  const close = vi.fn();
  await draw(
    <Dialog label="Keys" closeLabel="Close" close={close}>
      <p>inside</p>
    </Dialog>,
  );
  const dialog = document.querySelector("dialog") as HTMLDialogElement;
  expect([dialog.open, dialog.getAttribute("aria-label")]).toEqual([true, "Keys"]);
  await act(async () => dialog.close());
  expect(close).toHaveBeenCalledTimes(1);
});

const $pair = atom({ one: 1, other: 1 });
const drawn = vi.fn();
function One() {
  const one = useStore($pair, (pair) => pair.one);
  drawn(one);
  return <p>{one}</p>;
}

test("a component is drawn again when the part that it selects is another one, and only then", async () => {
  await draw(<One />);
  await act(async () => $pair.set({ one: 1, other: 2 }));
  expect(drawn.mock.calls).toEqual([[1]]);
  await act(async () => $pair.set({ one: 2, other: 2 }));
  expect(document.querySelector("p")?.textContent).toBe("2");
});
