import { type ComponentProps, useMemo } from "react";
import { Workbench } from "../workbench/workbench.tsx";
import { type LeanPayload, whole } from "./lean-payload.ts";

interface PageBenchProps extends Omit<ComponentProps<typeof Workbench>, "exercises"> {
  exercises: LeanPayload[];
}

/** The workbench with what a page carries for it. */
export function PageBench({ exercises, ...props }: PageBenchProps) {
  const payloads = useMemo(() => exercises.map(whole), [exercises]);
  return <Workbench exercises={payloads} {...props} />;
}
