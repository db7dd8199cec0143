/** A part of a state as the conveyor draws it. */
export interface StateLine {
  name: string;
  value: string;
  /** What it was before, where this step changed it; `null` where it is new. */
  was?: string | null;
  /** It went at this step and is drawn once more, struck out. */
  gone?: boolean;
}

/** The lines of a state after a step, in its own order; those that have just gone stand at the end. */
export function linesOfStep(before: Record<string, unknown>, after: Record<string, unknown>): StateLine[] {
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const there = Object.entries(after).map(([name, value]): StateLine => {
    if (!Object.hasOwn(before, name)) return { name, value: text(value), was: null };
    const was = text(before[name]);
    return was === text(value) ? { name, value: was } : { name, value: text(value), was };
  });
  const gone = Object.entries(before).filter(([name]) => !Object.hasOwn(after, name));
  return [...there, ...gone.map(([name, value]) => ({ name, value: text(value), gone: true }))];
}
