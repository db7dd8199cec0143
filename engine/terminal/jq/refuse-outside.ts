import { CommandError } from "../command-error.ts";

/** Texts, comments, fields and names of a program. */
const tokens = /"(?:\\.|[^"\\])*"?|#[^\n]*|\.\s*[A-Za-z_]\w*|\$?[A-Za-z_][\w:]*(\s*:)?/g;

const sentences: Record<string, string> = {
  import: "jq has no modules here: there are no files to import.",
  include: "jq has no modules here: there are no files to include.",
  env: "jq has no environment here, and env and $ENV are refused. A field of that name is .env.",
  input_filename: "Input comes through the pipe, so input_filename has no name to give.",
  get_search_list: "jq has no modules here, and so no folders in which they are searched.",
};

/** Throws `Stop` with a sentence for what in a program means files or the environment. Both are out of reach anyway. */
export function refuseOutside(program: string): void {
  for (const [token, colon] of program.matchAll(tokens)) {
    if (token.startsWith('"') && token.includes("\\(")) {
      refuseOutside(token.slice(token.indexOf("\\(") + 2));
      continue;
    }
    // A name with a colon is the key of an object.
    const name = token.replace(/^\$ENV$/, "env").replace(/^\$__prog.*$/, "env");
    if (colon === undefined && Object.hasOwn(sentences, name))
      throw new CommandError(sentences[name] as string);
  }
}
