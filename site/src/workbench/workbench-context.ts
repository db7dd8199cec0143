import { createContext, useContext } from "react";
import type { WorkbenchModel } from "./workbench-model.ts";

const Context = createContext<WorkbenchModel | null>(null);

export const WorkbenchProvider = Context.Provider;

/** The workbench that a panel belongs to: always the same object, only its stores change. Throws outside a workbench. */
export function useWorkbench(): WorkbenchModel {
  const workbench = useContext(Context);
  if (!workbench) throw new Error("A panel of the workbench is used outside of a workbench.");
  return workbench;
}
