import { readStored, writeStored } from "../storage/stored-object.ts";

/** How the learner likes the workbench, kept under `workbench`, the same for every exercise. */
export interface Preferences {
  editor: "monaco" | "textarea";
  /** Whether keys without Ctrl or Cmd act while focus is in tape or transport. */
  keys: boolean;
  /** Steps a second while playing. */
  speed: number;
  /** What the colour of a card on the tape tells. */
  colourBy: "type" | "key";
  /** Whether the tape shows what each record holds, also beside the code. */
  highCards: boolean;
  /** Share of the width that the code has, and height of the tabs below in pixels. */
  codeShare: number;
  tabsHeight: number;
}

export const defaultPreferences: Preferences = {
  editor: "monaco",
  keys: true,
  speed: 1,
  colourBy: "type",
  highCards: false,
  codeShare: 0.56,
  tabsHeight: 230,
};

export const readPreferences = () => readStored("workbench", defaultPreferences);
export const writePreferences = (change: Partial<Preferences>) =>
  writeStored("workbench", defaultPreferences, change);
