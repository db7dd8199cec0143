import { useEffect, useState } from "react";
import type { CodeVersion } from "../../exercise/code-versions/code-versions.ts";
import { versionsOf } from "../../exercise/code-versions/keep-version.ts";

/** The versions of an exercise's code, newest first; follows the browser's memory. */
export function useVersions(exercise: string): CodeVersion[] {
  const [versions, setVersions] = useState(() => versionsOf(exercise));
  useEffect(() => {
    const look = (event: Event) => {
      if ((event as CustomEvent<string>).detail === `versions/${exercise}`) setVersions(versionsOf(exercise));
    };
    addEventListener("offset-zero:memory", look);
    return () => removeEventListener("offset-zero:memory", look);
  }, [exercise]);
  return versions.toReversed();
}
