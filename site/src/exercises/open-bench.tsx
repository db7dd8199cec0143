import { useMemo } from "react";
import { Workbench } from "../workbench/workbench.tsx";
import { useOpened } from "./opened.ts";

/** The workbench with an exercise that the site was not built with, once the server has given it. */
export function OpenBench({ base }: { base: string }) {
  const opened = useOpened(base);
  const exercises = useMemo(() => (opened.kind === "there" ? [opened.payload] : []), [opened]);
  return exercises.length > 0 ? <Workbench exercises={exercises} base={base} /> : null;
}
