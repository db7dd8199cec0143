import { editor as editors, KeyCode, KeyMod, MarkerSeverity, Range, Uri } from "monaco-editor/editor";
import "monaco-editor/editor/browser/coreCommands";
import "monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget";
import "monaco-editor/editor/contrib/bracketMatching/browser/bracketMatching";
import "monaco-editor/editor/contrib/clipboard/browser/clipboard";
import "monaco-editor/editor/contrib/comment/browser/comment";
import "monaco-editor/editor/contrib/cursorUndo/browser/cursorUndo";
import "monaco-editor/editor/contrib/find/browser/findController";
import "monaco-editor/editor/contrib/hover/browser/hoverContribution";
import "monaco-editor/editor/contrib/indentation/browser/indentation";
import "monaco-editor/editor/contrib/linesOperations/browser/linesOperations";
import "monaco-editor/editor/contrib/multicursor/browser/multicursor";
import "monaco-editor/editor/contrib/parameterHints/browser/parameterHints";
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/editor/contrib/wordOperations/browser/wordOperations";
import "monaco-editor/features/codicon/register";
import "monaco-editor/languages/definitions/typescript/register";
// biome-ignore lint/style/noRestrictedImports: Monaco's own folder named services, not this project's
import EditorWorker from "monaco-editor/editor/common/services/editorWebWorkerMain?worker";
import { ScriptTarget, typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";
import type { EditorOptions, OpenEditor, Problem } from "./editor-interface.ts";
import { followTheme } from "./monaco-theme.ts";
import { sandboxGlobals } from "./sandbox-globals.ts";

self.MonacoEnvironment = {
  getWorker: (_id, label) => (label === "typescript" ? new TypeScriptWorker() : new EditorWorker()),
};

typescriptDefaults.setCompilerOptions({
  target: ScriptTarget.ESNext,
  lib: ["es2023"],
  strict: true,
  noEmit: true,
  allowNonTsExtensions: true,
});
typescriptDefaults.setEagerModelSync(true);

/** Opens Monaco in `place` with the exercise's event types. All its measures match the code shown before it. */
export function openMonaco(place: HTMLElement, options: EditorOptions): OpenEditor {
  typescriptDefaults.setExtraLibs([
    { filePath: `file:///${options.name}/events.d.ts`, content: `${options.types}\n${sandboxGlobals}` },
  ]);
  const model = editors.createModel(
    options.source,
    "typescript",
    Uri.parse(`file:///${options.name}/exercise.ts`),
  );
  const editor = editors.create(place, {
    model,
    ariaLabel: options.label,
    theme: "offset-zero",
    fontFamily: getComputedStyle(place).getPropertyValue("--font-mono"),
    fontLigatures: false,
    fontSize: 13,
    lineHeight: 20,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 10,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    scrollBeyondLastLine: false,
    padding: { top: 8, bottom: 8 },
    wordWrap: "on",
    wrappingIndent: "none",
    tabSize: 2,
    automaticLayout: true,
    contextmenu: false,
    stickyScroll: { enabled: false },
    renderLineHighlight: "none",
    fixedOverflowWidgets: true,
    quickSuggestions: { other: true, comments: false, strings: true },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
    tabFocusMode: true,
  });
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const lit = editor.createDecorationsCollection();
  const stopTheme = followTheme(place);
  document.fonts.ready.then(() => editors.remeasureFonts());

  // Tab indents only for somebody who is writing; a keyboard traveller passes through. Esc gives Tab back.
  const tabLeaves = (leaves: boolean) => editor.updateOptions({ tabFocusMode: leaves });
  editor.onMouseDown(() => tabLeaves(false));
  editor.onDidBlurEditorText(() => tabLeaves(true));
  editor.onKeyDown((event) => event.keyCode === KeyCode.Escape && tabLeaves(true));

  editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => options.onRun());
  editor.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter, () => options.onCheck());
  model.onDidChangeContent(() => {
    if (editor.hasTextFocus()) tabLeaves(false);
    options.onChange(model.getValue());
  });

  return {
    setSource(source) {
      // While somebody types, the page's copy of the text lags behind the editor's, and the editor is right.
      if (source === model.getValue() || editor.hasTextFocus()) return;
      editor.executeEdits("offset-zero", [{ range: model.getFullModelRange(), text: source }]);
    },
    mark(problem) {
      editors.setModelMarkers(model, "fold", problem ? [markerOf(problem, model)] : []);
      if (problem) editor.revealLineInCenterIfOutsideViewport(problem.line);
    },
    light(lines) {
      lit.set(lines.map((line) => ({ range: new Range(line, 1, line, 1), options: litLine })));
      const seen = editor.getVisibleRanges();
      const isSeen = (line: number) =>
        seen.some(({ startLineNumber, endLineNumber }) => startLineNumber <= line && line <= endLineNumber);
      // The last of them is the case of this event; the first is where the function begins. Whoever writes is not taken
      // elsewhere.
      const last = lines.at(-1);
      if (last && !editor.hasTextFocus() && !isSeen(last)) editor.revealLineInCenter(last);
    },
    reveal(line) {
      editor.revealLineInCenterIfOutsideViewport(line);
    },
    focus(at) {
      if (at !== undefined) editor.setPosition(model.getPositionAt(at));
      editor.focus();
    },
    close() {
      stopTheme();
      editor.dispose();
      model.dispose();
    },
  };
}

/** As the code shown before it lights its lines: see code.css. */
const litLine: editors.IModelDecorationOptions = {
  isWholeLine: true,
  className: "wb-lit",
  linesDecorationsClassName: "wb-lit-edge",
};

/** From the place to the end of its line; at the end of a line its last character. */
function markerOf({ line, column, message }: Problem, model: editors.ITextModel): editors.IMarkerData {
  const shown = Math.max(1, Math.min(line, model.getLineCount()));
  const end = model.getLineMaxColumn(shown);
  return {
    severity: MarkerSeverity.Error,
    message,
    startLineNumber: shown,
    startColumn: Math.max(1, Math.min(column, end - 1)),
    endLineNumber: shown,
    endColumn: end,
  };
}
