// @vitest-environment happy-dom
import { atom } from "nanostores";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CodeEditor } from "./code-editor.tsx";
import type { OpenEditor } from "./editor-interface.ts";

/** The two parts that are loaded on demand arrive when a test says so. */
const arrive = vi.hoisted(() => ({ plain: () => {}, rich: () => {} }));
const focusedAt = vi.hoisted(() => vi.fn());
const revealed = vi.hoisted(() => vi.fn());
vi.mock("./code-textarea.tsx", async (load) => {
  await new Promise<void>((done) => {
    arrive.plain = done;
  });
  return load();
});
vi.mock("./monaco.ts", async () => {
  await new Promise<void>((done) => {
    arrive.rich = done;
  });
  return {
    openMonaco: (): OpenEditor => ({
      setSource() {},
      mark() {},
      light() {},
      reveal: revealed,
      focus: focusedAt,
      close() {},
    }),
  };
});

let root: Root;
beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  const nothing = () => {};
  await act(async () =>
    root.render(
      <CodeEditor
        name="a"
        label="Code"
        source="one"
        starter="one"
        starterHtml="<pre>one</pre>"
        startLine={4}
        types=""
        mode="monaco"
        eager={false}
        $lit={atom<number[]>([])}
        problem={null}
        onChange={nothing}
        onRun={nothing}
        onCheck={nothing}
      />,
    ),
  );
});
afterEach(() => act(async () => root.unmount()));

const focusedName = () => document.activeElement?.getAttribute("aria-label");

test("whoever reaches for the code with a key keeps the focus in it, until the field and then the editor have it", async () => {
  const still = document.querySelector<HTMLElement>(".wb-still");
  await act(async () => still?.focus());
  // Neither part has arrived: the focus has not gone anywhere.
  expect(document.activeElement).toBe(still);
  await vi.waitFor(async () => {
    await act(async () => arrive.plain());
    expect(document.activeElement?.tagName).toBe("TEXTAREA");
  });
  expect(focusedName()).toBe("Code");
  await vi.waitFor(async () => {
    await act(async () => arrive.rich());
    expect(focusedAt).toHaveBeenCalledWith(0);
  });
  expect(revealed, "where the learner begins to write").toHaveBeenCalledWith(4);
});
