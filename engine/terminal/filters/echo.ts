import { withEscapes } from "../kcat/escapes.ts";
import type { Command } from "../tool-interface.ts";

export const echo: Command = {
  name: "echo",
  version: "5.2",
  summary: "Before a pipe: prints its words, to be read by the next tool.",
  examples: ["echo 'cart-1:opened' | kcat -P -t mine.carts -K:", "echo '{\"a\":1}' | jq .a"],
  flags: [{ name: "-e", help: "\\n, \\t and \\x41 are characters." }],
  operands: "word",
  async run({ flags, screen }) {
    const text = flags.rest.join(" ");
    screen.print(flags.has("-e") ? withEscapes(text) : text);
  },
};
