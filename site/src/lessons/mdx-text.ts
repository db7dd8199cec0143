import { mdxToMdast } from "satteri";
import { countWords } from "./count-words.ts";

/** A node of the tree of an MDX file, as far as it is used here. */
export interface MdxNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  alt?: string | null;
  attributes?: { type: string; name?: string; value?: string | null | { value: string } }[];
  children?: MdxNode[];
  position?: { start: { line: number } };
}

/** Reads a lesson.mdx with the parser that builds the page. Throws where it cannot be read. */
export function readMdx(text: string): MdxNode {
  return mdxToMdast(text, { features: { frontmatter: true } }) as MdxNode;
}

const joined = ["paragraph", "heading", "link", "strong", "emphasis", "mdxJsxTextElement"];

/** What is read of a node; comments and code in braces are not. `code` is what is read of code between backticks. */
export function textOf(node: MdxNode, code = (value: string) => value): string {
  const { type, value = "", children = [] } = node;
  if (type === "text") return value;
  if (type === "inlineCode" || type === "code") return code(value);
  return children.map((child) => textOf(child, code)).join(joined.includes(type) ? "" : " ");
}

/** Words that are read before the figure: the opening and the explanation. */
export function wordsToRead(tree: MdxNode): number {
  const top = tree.children ?? [];
  const end = top.findIndex(({ name }) => name === "Explain");
  return top.slice(0, end + 1).reduce((sum, node) => sum + countWords(textOf(node)), 0);
}
