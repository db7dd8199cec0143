import { tabWords } from "../../../language/english/workbench.ts";
import { useWorkbench } from "./workbench-context.ts";

/** Gives learners their answer as a file, to hand in: the code, or the states that they predicted. */
export function DownloadAnswerButton() {
  const { exercise, code, memory } = useWorkbench();
  const download = async () => {
    const { downloadFile } = await import("../ui/download-file.ts");
    if (exercise.form !== "predict")
      return downloadFile(`${exercise.id}.ts`, "text/plain", code.$source.get());
    const predicted = memory.$value.get().predictions.map(({ index, state }) => ({ index, state }));
    downloadFile(`${exercise.id}.json`, "application/json", JSON.stringify(predicted, null, 2));
  };
  return (
    <button type="button" className="wb-link" onClick={() => void download()}>
      {tabWords.downloadAnswer}
    </button>
  );
}
