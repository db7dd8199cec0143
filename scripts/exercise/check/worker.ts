// Examines one exercise in a thread of its own, and says what it begins: see crew.ts.
import { parentPort, workerData } from "node:worker_threads";
import { foldCasesIn } from "../../../engine/grading/fold-cases.ts";
import { loadEngine } from "../../../engine/sandbox/node.ts";
import { Folder } from "../../../exercises/folder.ts";
import type { FromWorker, Task } from "./crew.ts";
import { examine } from "./examine.ts";

const { pack, slug, examination } = workerData as Task;
const tell = (message: FromWorker) => parentPort?.postMessage(message);
const fold = foldCasesIn(await loadEngine());
const examined = await examine(new Folder(pack.path, pack.shown), slug, fold, examination, (name) =>
  tell({ kind: "begun", name }),
);
tell({ kind: "examined", examined });
