// Examines one exercise in a thread of its own, and says what it begins: see worker-threads.ts.
import { parentPort, workerData } from "node:worker_threads";
import { foldCasesIn } from "../../../engine/grading/fold-cases.ts";
import { rememberFolds } from "../../../engine/grading/remember-folds.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import { Folder } from "../../../exercises/folder.ts";
import { checkExercise } from "./check-exercise.ts";
import type { FromWorker, Task } from "./worker-threads.ts";

const { pack, slug, examination } = workerData as Task;
const postToParent = (message: FromWorker) => parentPort?.postMessage(message);
const fold = rememberFolds(foldCasesIn(await loadNodeEngine()));
const examined = await checkExercise(new Folder(pack.path, pack.shown), slug, fold, examination, (name) =>
  postToParent({ kind: "begun", name }),
);
postToParent({ kind: "examined", examined });
