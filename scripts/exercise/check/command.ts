import { basename } from "node:path";
import { parseArgs } from "node:util";
import { Folder } from "../../../exercises/folder.ts";
import { slugsIn } from "../../../exercises/shelf.ts";
import { chosenFolder, chosenSlugs } from "../choose.ts";
import { Misuse } from "../misuse.ts";
import { examineAll } from "./crew.ts";
import { isProblem } from "./remark.ts";
import { counted, lastLine, mutantsTable, remarkInLines, sharedLevel } from "./report.ts";
import { sharedRemarks } from "./shared.ts";

/** `npm run exercise -- check [slug …]`. Gives 1 where there is a problem, 0 where there is none or only advice. */
export async function run(args: string[]): Promise<number> {
  const { path, asked, quick, accept, json } = readArguments(args);
  const pack = new Folder(path, basename(path));
  const slugs = chosenSlugs({ slugs: await slugsIn(path) }, asked);
  const say = (text: string) => {
    if (!json) console.log(text);
  };
  const place = { path: pack.path, shown: pack.shown };
  const tasks = slugs.map((slug) => ({ pack: place, slug, examination: { quick, accept, endless: [] } }));
  const all = await examineAll(tasks, ({ remarks, level }) => {
    for (const remark of remarks) say(`${remarkInLines(remark, level)}\n`);
  });
  const shared = await sharedRemarks(pack, slugs, accept);
  for (const remark of shared) say(`${remarkInLines(remark, sharedLevel(all))}\n`);
  const rows = all.flatMap(({ mutants }) => (mutants ? [mutants] : []));
  if (rows.length > 0) say(`${mutantsTable(rows)}\n`);
  say(lastLine(all, shared));
  const { problems, advice } = counted(all, shared);
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
}

function readArguments(args: string[]): Arguments {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { pack: { type: "string" }, quick: flag, accept: flag, json: flag },
    });
    const { pack, ...flags } = values;
    return { path: chosenFolder(pack), asked: positionals, ...flags };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(
      `"${args.join(" ")}" is not understood. Write: npm run exercise -- check [slug …] [--pack <folder>] [--quick] [--accept] [--json].`,
    );
  }
}
