import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import { hiddenWords } from "../../../language/english/hidden-characters.ts";

/** Beside a field: its text with the hidden characters shown, where it has any. The field itself keeps them. */
export function HiddenCharactersLine({ text }: { text: string }) {
  const shown = showHidden(text);
  return shown === text ? null : (
    <p className="wb-soft wide">
      {hiddenWords.inField} <code>{shown}</code>
    </p>
  );
}
