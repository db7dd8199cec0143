/** A place in the code with what is wrong there, line and column counted from 1. */
export interface Problem {
  line: number;
  column: number;
  message: string;
}

export interface EditorOptions {
  /** Names the exercise's files inside the editor. */
  name: string;
  label: string;
  source: string;
  /** The exercise's event types. */
  types: string;
  onChange(source: string): void;
  onRun(): void;
  onCheck(): void;
}

/** An editor that stands in the page. */
export interface OpenEditor {
  /** Replaces the text; it can be undone like typing. Without effect while the editor has the focus. */
  setSource(source: string): void;
  mark(problem: Problem | null): void;
  /** Lights whole lines, counted from 1, and no others. */
  light(lines: readonly number[]): void;
  /** Brings a line into sight, counted from 1. */
  reveal(line: number): void;
  /** With the cursor before the character with this index; without it the cursor stays. */
  focus(at?: number): void;
  close(): void;
}
