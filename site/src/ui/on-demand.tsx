import { type ComponentType, useEffect, useState } from "react";
import { busyWords } from "../../../language/english/workbench.ts";

/** A component whose code is loaded when it is first shown. `what` names it in the message if that fails. */
export function onDemand<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, when its module is read
  return function OnDemand(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [tries, setTries] = useState(1);
    const [failed, setFailed] = useState(0);
    useEffect(() => {
      let gone = false;
      load().then(
        (part) => {
          loaded = part;
          if (!gone) setPart(() => part);
        },
        () => gone || setFailed(tries),
      );
      return () => {
        gone = true;
      };
    }, [tries]);
    if (Part) return <Part {...props} />;
    if (failed < tries) return null;
    return (
      <p className="wb-notice">
        <span>{busyWords.notLoaded(what)}</span>
        <button type="button" className="action quiet wb-small" onClick={() => setTries(tries + 1)}>
          {busyWords.retry}
        </button>
      </p>
    );
  };
}
