import { CommandError } from "../command-error.ts";
import { refuseFiles } from "../filters/refuse-files.ts";
import type { Flags } from "../read-flags.ts";
import type { Call, Command, Screen } from "../tool-interface.ts";
import { type Batch, completeValues } from "./complete-values.ts";
import type { JqEngine } from "./jq-engine.ts";
import { markedProgram, type OutputForm, outputsOf } from "./marked-output.ts";
import { refuseOutside } from "./refuse-outside.ts";

/** What makes a program read its inputs itself, or end before they do: it needs all of them in one call. */
const readsItself = /\b(inputs?|input_line_number|halt|halt_error)\b/;

/** Flags without a value that are handed to jq. */
const handedOn = ["-c", "-r", "-j", "-a", "-S", "-n", "-s", "-R", "--tab"];
const noFiles = "There are no files here.";

export const jq: Command = {
  name: "jq",
  version: "jq-1.8.2",
  summary: "After a pipe: reads JSON values and prints what a program makes of them.",
  examples: [
    "kcat -C -t course.carts -e | jq .type",
    "kcat -C -t course.carts -e -J | jq -r '[.partition, .offset, .key] | @tsv'",
    "kcat -C -t course.carts -e | jq -s 'group_by(.type) | map({type: .[0].type, count: length})'",
  ],
  flags: [
    { name: "-c", also: "--compact-output", help: "Each value on one line." },
    { name: "-r", also: "--raw-output", help: "Strings without their quotes." },
    { name: "-j", also: "--join-output", help: "As -r, without line breaks." },
    { name: "-a", also: "--ascii-output", help: "Only ASCII characters, others as \\u escapes." },
    { name: "-S", also: "--sort-keys", help: "Keys of objects in order." },
    { name: "--tab", help: "Indents by tabs." },
    { name: "--indent", takes: "n", help: "Indents by so many blanks, 7 at most." },
    { name: "-n", also: "--null-input", help: "Runs once with null; input and inputs read the values." },
    { name: "-s", also: "--slurp", help: "Runs once with an array of all values." },
    { name: "-R", also: "--raw-input", help: "Each line is a string, not JSON." },
    { name: "--arg", takes: "name", second: "text", many: true, help: "$name is this text in the program." },
    {
      name: "--argjson",
      takes: "name",
      second: "JSON",
      many: true,
      help: "$name is this value in the program.",
    },
    { name: "-e", also: "--exit-status", help: "Accepted. The status of a command is not shown here." },
    { name: "-M", also: "--monochrome-output", help: "Accepted. Output has no colours." },
    { name: "--unbuffered", help: "Accepted. Output is never buffered." },
  ],
  refusedFlags: {
    "-f": `${noFiles} Write the program in the line, in single quotes.`,
    "--from-file": `${noFiles} Write the program in the line, in single quotes.`,
    "-L": "jq has no modules here: there are no files to import.",
    "--slurpfile": `${noFiles} --argjson name '[1,2]' gives the program a value.`,
    "--rawfile": `${noFiles} --arg name 'text' gives the program a text.`,
  },
  operands: "program",
  async run(call) {
    const { flags, screen } = call;
    const program = flags.rest[0] ?? ".";
    refuseFiles("jq", flags, 1);
    refuseOutside(program);
    const job = { program, flags: jqFlags(flags), form: formOf(flags) };
    const inputs = flags.has("-n") && !readsItself.test(program) ? noLines() : call.input();
    const whole = flags.has("-n") || flags.has("-s") || readsItself.test(program);
    const engine = await call.jq(call.signal);
    try {
      await expectProgram(engine, job);
      const printer = new OutputPrinter(screen, job.form);
      let before = 0;
      let none = true;
      for await (const batch of completeValues(inputs, { raw: flags.has("-R"), whole })) {
        none = false;
        if (!(await runBatch(engine, job, batch, { printer, before, screen }))) break;
        before += batch.lines.length;
      }
      // Without any input there is still one run where the program reads its inputs itself, or gets all as an array.
      if (none && (flags.has("-n") || flags.has("-s"))) {
        await runBatch(engine, job, { lines: [], valuePerLine: false }, { printer, before, screen });
      }
      printer.end();
    } finally {
      engine.close();
    }
  },
};

interface Job {
  program: string;
  flags: string[];
  form: OutputForm;
}

async function* noLines(): AsyncGenerator<never, void> {}

function jqFlags(flags: Flags): string[] {
  const pairs = (name: string) =>
    flags.all(name).flatMap((word, at) => (at % 2 === 0 ? [name, word] : [word]));
  const indent = flags.number("--indent");
  return [
    ...handedOn.filter((name) => flags.has(name)),
    ...(indent === undefined ? [] : ["--indent", String(indent)]),
    ...pairs("--arg"),
    ...pairs("--argjson"),
  ];
}

function formOf(flags: Flags): OutputForm {
  if (flags.has("-j")) return "joined";
  return flags.has("-r") ? "raw" : "json";
}

/** Compiles the program as it was typed. Throws `Stop` in jq's words where it cannot be. */
async function expectProgram(engine: JqEngine, { program, flags }: Job): Promise<void> {
  const { stderr, exitCode } = await engine.run({
    program,
    flags: flags.filter((flag) => flag !== "-n" && flag !== "-s"),
    input: "",
  });
  if (exitCode === 2 || exitCode === 3) throw new CommandError(stderr);
}

/** Runs the program over the values of one batch. Answers whether jq would read on. */
async function runBatch(
  engine: JqEngine,
  { program, flags, form }: Job,
  { lines, valuePerLine }: Batch,
  { printer, before, screen }: { printer: OutputPrinter; before: number; screen: Screen },
): Promise<boolean> {
  const mark = `jq-${Math.random().toString(36).slice(2)}`;
  const input = lines.map(({ text }) => `${text}\n`).join("");
  const { stdout, stderr } = await engine.run({ program: markedProgram(program, mark), flags, input });
  const sources = flags.includes("-R") ? lines : lines.filter(({ text }) => text.trim() !== "");
  outputsOf(stdout, mark, form).forEach((output, at) => {
    printer.print(output, valuePerLine ? sources[at]?.position : undefined);
  });
  for (const line of stderr === "" ? [] : stderr.split("\n")) screen.warn(withLine(line, before));
  return !stderr.includes("parse error");
}

/** jq counts the lines of a batch; a learner counts all. */
function withLine(sentence: string, before: number): string {
  return sentence.replace(/\(at \/dev\/stdin:(\d+)\)/, (_, line) => `(at <stdin>:${before + Number(line)})`);
}

/** Prints the lines of outputs; with `-j` a line goes on until the text has a break. */
class OutputPrinter {
  readonly #screen: Call["screen"];
  readonly #form: OutputForm;
  #rest = "";

  constructor(screen: Call["screen"], form: OutputForm) {
    this.#screen = screen;
    this.#form = form;
  }

  print(output: string, position: Parameters<Screen["print"]>[1]): void {
    const lines = (this.#rest + output).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#screen.print(line, this.#form === "joined" ? undefined : position);
  }

  end(): void {
    if (this.#rest !== "") this.#screen.print(this.#rest);
  }
}
