import { type ComponentProps, useMemo } from "react";
import { Workbench } from "../workbench/workbench.tsx";
import { type LeanPayload, whole } from "./lean-payload.ts";

interface LessonBenchProps extends Omit<ComponentProps<typeof Workbench>, "exercises"> {
  exercises: LeanPayload[];
}

/** The workbench with what a lesson's page carries for it. */
export function LessonBench({ exercises, ...props }: LessonBenchProps) {
  const payloads = useMemo(() => exercises.map(whole), [exercises]);
  return <Workbench exercises={payloads} {...props} />;
}
