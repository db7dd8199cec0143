import { expect, inject, test } from "vitest";
import { expectAccessibleInBothThemes, expectFits, expectStill, watchShifts } from "./page-assertions.ts";
import { openWalkPage, walks } from "./page-states.ts";
import { desktop, openVisitors, phone } from "./visitor.ts";

/** A plain file server has no API: the one request that asks for it may fail, nothing else. */
const noApi = /404|api/;

/** A test for each walk of page-states.ts, as this device shows its states. Call at a file's top. */
export function testEveryState(device: "desktop" | "phone"): void {
  const visitor = openVisitors();
  test.each(walks.map((walk) => [walk.name, walk] as const))(
    `on a ${device} every state of the walk %s is still, accessible, fits, and complains of nothing`,
    async (name, walk) => {
      const { page, complaints, close } = await visitor(
        device === "phone" ? { viewport: phone, touch: true } : { viewport: desktop },
      );
      await watchShifts(page);
      const lesson = await openWalkPage(walk, page, inject(walk.place));
      // What comes later was asked for, and a slow machine answers later than the browser counts as an answer.
      await expectStill(page, `${name}, opened`);
      for (const state of walk.states) {
        await state.reach(lesson);
        const where = `${name}, ${state.name}`;
        // The prose around the workbench is looked at with the pages.
        await expectAccessibleInBothThemes(page, where, ".workbench");
        await expectFits(page, where);
        const heard =
          walk.place === "staticUrl" ? complaints.filter((text) => !noApi.test(text)) : complaints;
        expect(heard, where).toEqual([]);
      }
      await close();
    },
  );
}
