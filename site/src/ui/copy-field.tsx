import { useRef, useState } from "react";
import { share } from "../../../language/english/share-dialog.ts";

interface CopyFieldProps {
  text: string;
  /** What the text is, for those who hear the field. */
  label: string;
  /** What the button says. */
  copy: string;
  rows?: number;
}

/** A text with a button that copies it. Where the browser refuses, the text is selected, to be copied by hand. */
export function CopyField({ text, label, copy, rows = 2 }: CopyFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  const onCopy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(share.copied);
    } catch {
      field.current?.select();
      setSaid(share.byHand);
    }
  };
  return (
    <div className="copy-field">
      <textarea ref={field} readOnly aria-label={label} rows={rows} value={text} spellCheck={false} />
      <p className="wb-row">
        <button type="button" className="action wb-small" onClick={() => void onCopy()}>
          {copy}
        </button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
