import type { Readable, Writable } from "node:stream";

/**
 * How the process of fold lanes is spoken to: frames of a header in JSON and a body of bytes, each preceded by its
 * length in four bytes. Records go into the body as they came from the broker.
 */
const lengthBytes = 4;

export function writeFrame(stream: Writable, header: unknown, body: Buffer[] = []): void {
  const text = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(2 * lengthBytes);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(
    body.reduce((sum, part) => sum + part.length, 0),
    lengthBytes,
  );
  stream.cork();
  for (const part of [lengths, text, ...body]) stream.write(part);
  stream.uncork();
}

/** The frames of a stream, until it ends. */
export async function* readFrames(stream: Readable): AsyncGenerator<{ header: unknown; body: Buffer }, void> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    parts.push(chunk);
    held += chunk.length;
    for (;;) {
      if (held < 2 * lengthBytes) break;
      if ((parts[0] as Buffer).length < 2 * lengthBytes) parts = [Buffer.concat(parts)];
      const first = parts[0] as Buffer;
      const headerEnd = 2 * lengthBytes + first.readUInt32BE(0);
      const end = headerEnd + first.readUInt32BE(lengthBytes);
      if (held < end) break;
      const bytes = parts.length === 1 ? first : Buffer.concat(parts);
      yield {
        header: JSON.parse(bytes.toString("utf8", 2 * lengthBytes, headerEnd)),
        body: bytes.subarray(headerEnd, end),
      };
      parts = held > end ? [bytes.subarray(end)] : [];
      held -= end;
    }
  }
}
