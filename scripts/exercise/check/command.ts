import { basename } from "node:path";
import { parseArgs } from "node:util";
import { slugsIn } from "../../../exercises/catalog.ts";
import { Folder } from "../../../exercises/folder.ts";
import { formatRemark } from "../../authoring/format-remark.ts";
import { isProblem } from "../../authoring/remark.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { chosenFolder, chosenSlugs } from "../chosen-exercises.ts";
import { countRemarks, lastLine, mutantsTable, sharedLevel } from "./format-remarks.ts";
import { foldedLine, nextToDo } from "./next-remark.ts";
import { sharedRemarks } from "./pack-remarks.ts";
import { examineAll } from "./worker-threads.ts";

/** `npm run exercise -- check [slug …]`. Gives 1 where there is a problem, 0 where there is none or only advice. */
export async function run(args: string[]): Promise<number> {
  const { path, asked, quick, accept, json, all: isWhole } = readArguments(args);
  const pack = new Folder(path, basename(path));
  const slugs = chosenSlugs({ slugs: await slugsIn(path) }, asked);
  const printLine = (text: string) => {
    if (!json) console.log(text);
  };
  const place = { path: pack.path, shown: pack.shown };
  const tasks = slugs.map((slug) => ({ pack: place, slug, examination: { quick, accept, endless: [] } }));
  const all = await examineAll(tasks, ({ remarks, level }) => {
    const { shown, folded } = nextToDo(remarks, level, isWhole);
    for (const remark of shown) printLine(`${formatRemark(remark, level)}\n`);
    if (folded > 0) printLine(`${foldedLine(folded)}\n`);
  });
  const shared = await sharedRemarks(pack, slugs, accept);
  for (const remark of shared) printLine(`${formatRemark(remark, sharedLevel(all))}\n`);
  const rows = all.flatMap(({ mutants }) => (mutants ? [mutants] : []));
  if (rows.length > 0) printLine(`${mutantsTable(rows)}\n`);
  printLine(lastLine(all, shared));
  const { problems, advice } = countRemarks(all, shared);
  if (json) {
    const weighed = <Examined extends (typeof all)[number]>({ remarks, ...rest }: Examined) => ({
      ...rest,
      remarks: remarks.map((remark) => ({ ...remark, problem: isProblem(remark, rest.level) })),
    });
    console.log(JSON.stringify({ problems, advice, exercises: all.map(weighed), shared }, null, 2));
  }
  return problems > 0 ? 1 : 0;
}

interface Arguments {
  path: string;
  asked: string[];
  quick: boolean;
  accept: boolean;
  json: boolean;
  /** Shows every remark, and not only what to do next. */
  all: boolean;
}

function readArguments(args: string[]): Arguments {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { pack: { type: "string" }, quick: flag, accept: flag, json: flag, all: flag },
    });
    const { pack, ...flags } = values;
    return { path: chosenFolder(pack), asked: positionals, ...flags };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `"${args.join(" ")}" is not understood. Write: npm run exercise -- check [slug …] [--pack <folder>] [--quick] [--all] [--accept] [--json].`,
    );
  }
}
