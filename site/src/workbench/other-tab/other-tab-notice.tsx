import type { ReadableAtom } from "nanostores";
import { otherTabWords as words } from "../../../../language/english/other-tab.ts";
import { useStore } from "../../ui/use-store.ts";

interface OtherTabNoticeProps {
  otherTab: { $replaced: ReadableAtom<string | null>; takeBack(): void; dismiss(): void };
}

/** After the code was edited in another tab: what happened to the code of this one, and how to get it back. */
export function OtherTabNotice({ otherTab: { $replaced, takeBack, dismiss } }: OtherTabNoticeProps) {
  if (useStore($replaced) === null) return null;
  return (
    <div className="wb-other-log" role="status">
      <span>{words.replaced}</span>
      <button type="button" className="action quiet wb-small" onClick={takeBack}>
        {words.takeBack}
      </button>
      <button type="button" className="wb-link" onClick={dismiss}>
        {words.dismiss}
      </button>
    </div>
  );
}
