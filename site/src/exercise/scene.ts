import { atom } from "nanostores";

/** What the workbench shows while a section of a lesson is read, on the log of the lesson's first exercise. */
export interface Scene {
  /** Offset of the record folded last, -1 for none. Absent: the tape stays at its place. */
  offset?: number;
  /** Offsets that a second fold leaves out. Its state is shown beside the log's own. */
  without?: number[];
  /** Name of a component in the lesson's `scenes.tsx`, shown beside the state. */
  beside?: string;
}

/** Where a scene is shown when there is no room beside the text. */
export interface OpenStrip {
  scene: Scene;
  /** The element in the text that the scene is drawn into. */
  host: HTMLElement;
}

/** The scene that the reader has come to; null before the first, and where the workbench is not beside the text. */
export const $sceneInText = atom<Scene | null>(null);

/** The scene that the reader has opened within the text, on a narrow screen. */
export const $openStrip = atom<OpenStrip | null>(null);
