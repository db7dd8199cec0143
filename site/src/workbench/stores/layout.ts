import { atom, computed } from "nanostores";
import type { ExerciseMemory } from "../../exercise/exercise-memory.ts";
import type { Exercise, PanelName } from "../../exercise/exercise-payload.ts";
import type { PersistentStore } from "./persistent-store.ts";

/** A narrow screen shows one of these at a time. */
export type Pane = "state" | "code" | "tabs";

export type TabName = "task" | "checks" | "log" | "explore";

/** What the tab Explore holds. */
export type ToolName = "watch" | "what-if" | "compare" | "read-model" | "terminal" | "lab" | "console";

/**
 * The selected tab, and the tool that Explore shows; without one it lists them all. `about` is the position of the
 * record that led there, if one did.
 */
export interface ChosenTab {
  name: TabName;
  tool?: ToolName | undefined;
  about?: string;
}

type Panel = PanelName | "more";

/** Whether a tab is hidden until the learner asks for more. */
export const isLater = (tab: TabName) => tab === "log" || tab === "explore";

/** Which panels are open, which of them a narrow screen shows, which tab is selected, and whether its panel is folded. */
export function createLayout(
  { panels }: Exercise,
  { $value: $memory, change }: Pick<PersistentStore<ExerciseMemory>, "$value" | "change">,
) {
  const $pane = atom<Pane>("state");
  const $tab = atom<ChosenTab>({ name: "task" });
  const $isFolded = atom(true);
  const $wasPanelShown = atom(false);
  const $isCodeWanted = atom(false);
  const $opened = computed($memory, ({ opened }) => opened);
  const $hasPassed = computed($memory, ({ passed }) => passed !== null);
  const isOpen = (panel: Panel) =>
    computed(
      [$opened, $hasPassed],
      (opened, passed) => passed || (panels as Panel[]).includes(panel) || opened.includes(panel),
    );
  const open = (...more: Panel[]) => change({ opened: [...new Set([...$opened.get(), ...more])] });
  const showPane = (pane: Pane) => {
    $pane.set(pane);
    if (pane === "tabs") $wasPanelShown.set(true);
  };
  const choose = (tab: ChosenTab) => {
    $tab.set(tab);
    $isFolded.set(false);
    showPane("tabs");
  };
  const openCode = () => {
    open("code", "checks");
    $pane.set("code");
  };
  return {
    $pane,
    $tab,
    /** A wide workbench then shows the tabs without the panel. */
    $isFolded,
    /** Whether the panel below the tabs has been in sight on this page: what is in it is loaded then. */
    $wasPanelShown,
    $hasCode: isOpen("code"),
    $hasTree: isOpen("tree"),
    $hasMore: isOpen("more"),
    /** Whether the learner has neither passed nor opened the code yet. */
    $isFirstLook: computed([$opened, $hasPassed], (opened, passed) => !passed && !opened.includes("code")),
    open,
    showPane,
    openCode,
    /** Whether the learner has pressed the button that opens the code: it takes the focus then, as the button is gone. */
    $isCodeWanted,
    goToCode() {
      $isCodeWanted.set(true);
      openCode();
    },
    /** Selects a tab and opens its panel. Explore shows the tool it showed last; chosen again, the list of all. */
    showTab(name: TabName) {
      const shown = $tab.get();
      const isAgain = name === "explore" && shown.name === name && !$isFolded.get();
      choose({ name, tool: isAgain ? undefined : shown.tool });
    },
    /** Opens a tool of Explore, or the list of all. The tabs that come later are opened too. */
    openTool(tool: ToolName | null, about?: string) {
      open("code", "more");
      choose({ name: "explore", ...(tool && { tool }), ...(about !== undefined && { about }) });
    },
    fold(isFolded: boolean) {
      $isFolded.set(isFolded);
      if (!isFolded) $wasPanelShown.set(true);
    },
  };
}
