/** Whether a key pressed there writes or picks something: a single key is no shortcut in such a place. */
export function isTextInput(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["range", "checkbox", "radio", "button"].includes(target.type);
  return (
    target.isContentEditable || target.closest("textarea, select, [role=textbox], dialog[open]") !== null
  );
}
