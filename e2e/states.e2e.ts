import { describe, expect, inject, test } from "vitest";
import { browser, devices } from "./browser.ts";
import { expectAccessibleInBothThemes, expectFits, expectStill, watchShifts } from "./clean.ts";
import { begin, walks } from "./states.ts";

const visitor = browser();
/** A plain file server has no API: the one request that asks for it may fail, nothing else. */
const noApi = /404|api/;

describe.each(devices)(
  "on a %s every state of the workbench is still, accessible, fits, and complains of nothing:",
  (device, viewport) => {
    test.each(walks.map((walk) => [walk.name, walk] as const))("%s", async (name, walk) => {
      const { page, complaints, close } = await visitor({ viewport, touch: device === "phone" });
      await watchShifts(page);
      const lesson = await begin(walk, page, inject(walk.place));
      for (const state of walk.states) {
        await state.reach(lesson);
        const where = `${name}, ${state.name}`;
        // What comes later was asked for, and takes its place when it comes.
        if (state === walk.states[0]) await expectStill(page, where);
        // The prose around the workbench is looked at with the pages.
        await expectAccessibleInBothThemes(page, where, ".workbench");
        await expectFits(page, where);
        const heard =
          walk.place === "staticUrl" ? complaints.filter((text) => !noApi.test(text)) : complaints;
        expect(heard, where).toEqual([]);
      }
      await close();
    });
  },
);
