import Slugger from "github-slugger";
import { type MdxNode, readMdx, textOf } from "../../../site/src/lessons/mdx-text.ts";
import { readYaml, type YamlText } from "../../authoring/yaml-text.ts";

/** A tag of the text, such as `<See title="…">`. */
export interface Tag {
  name: string;
  line: number;
  /** A text as it is; what is written in braces as its source, in `expressions`. */
  attributes: Record<string, string | true>;
  expressions: Record<string, string>;
}

/** What stands in a lesson.mdx, each thing with its line. */
export interface LessonText {
  frontmatter: YamlText;
  tags: Tag[];
  links: { url: string; line: number }[];
  images: { url: string; alt: string; line: number }[];
  /** Files and packages that the text imports. */
  imports: { from: string; names: string[]; line: number }[];
  /** The ids that the headings get. */
  headings: string[];
  /** What is read as prose: paragraphs, headings and table cells. What stands in code is an x. */
  prose: { text: string; line: number }[];
  /** The first thing that keeps it from being read. */
  broken?: { line: number; message: string };
}

const prose = ["paragraph", "heading", "tableCell"];

/** Reads a lesson.mdx with the parser that builds the page. */
export function readLessonText(text: string): LessonText {
  const frontmatter = frontmatterOf(text);
  const read: LessonText = {
    frontmatter,
    tags: [],
    links: [],
    images: [],
    imports: [],
    headings: [],
    prose: [],
  };
  let tree: MdxNode;
  try {
    tree = readMdx(text);
  } catch (error) {
    return { ...read, broken: brokenAt(error) };
  }
  const slugger = new Slugger();
  const visit = (node: MdxNode) => {
    const line = node.position?.start.line ?? 1;
    if (node.type.startsWith("mdxJsx") && node.name) read.tags.push(tagOf(node, line));
    if (node.type === "link") read.links.push({ url: node.url ?? "", line });
    if (node.type === "image") read.images.push({ url: node.url ?? "", alt: node.alt ?? "", line });
    if (prose.includes(node.type)) read.prose.push({ text: textOf(node, () => "x"), line });
    if (node.type === "heading") read.headings.push(slugger.slug(textOf(node)));
    if (node.type === "mdxjsEsm") read.imports.push(...importsIn(node.value ?? "", line));
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return read;
}

/** The front matter, with lines counted from the top of the file. */
function frontmatterOf(text: string): YamlText {
  const [, head = ""] = /^---\n([\s\S]*?\n)---$/m.exec(text) ?? [];
  // The line of the opening dashes counts as well.
  return readYaml(`\n${head}`);
}

function brokenAt(error: unknown): { line: number; message: string } {
  const said = error instanceof Error ? error.message : String(error);
  const [, line = "1", message = said] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/s.exec(said) ?? [];
  return { line: Number(line), message: message.replace(/ \(\d+:\d+\)/, "") };
}

function tagOf({ name, attributes = [] }: MdxNode, line: number): Tag {
  const tag: Tag = { name: name ?? "", line, attributes: {}, expressions: {} };
  for (const { name: key, value } of attributes) {
    if (key === undefined) continue;
    if (typeof value === "object" && value !== null) tag.expressions[key] = value.value;
    else tag.attributes[key] = value ?? true;
  }
  return tag;
}

function importsIn(source: string, first: number): LessonText["imports"] {
  return [...source.matchAll(/import\s+([^"']*?)\s*(?:from\s*)?["']([^"']+)["']/g)].map(
    ({ 1: names = "", 2: from = "", index }) => ({
      from,
      names: names.match(/[\p{L}\p{N}_$]+/gu)?.filter((name) => name !== "as" && name !== "type") ?? [],
      line: first + source.slice(0, index).split("\n").length - 1,
    }),
  );
}
