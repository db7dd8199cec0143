import { StringDecoder } from "node:string_decoder";

/**
 * The lines of a stream of UTF-8. Only "\n" ends a line, as JSON lines have it: Node's readline would also part a line
 * at U+2028 and U+2029, which stand in texts as they are.
 */
export async function* readLines(stream: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  const decoder = new StringDecoder("utf8");
  let parts: string[] = [];
  for await (const bytes of stream) {
    const [first, ...rest] = decoder.write(bytes).split("\n");
    parts.push(first ?? "");
    for (const next of rest) {
      yield parts.join("");
      parts = [next];
    }
  }
}
