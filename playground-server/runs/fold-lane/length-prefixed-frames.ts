/**
 * How the process of fold lanes and the server speak, in both directions: frames of a header in JSON and a body of
 * bytes, each preceded by its length in four bytes. Records go into the body as they came from the broker, states as
 * they came from the guest.
 */
export interface Frame {
  header: unknown;
  body: Buffer;
}

const lengthBytes = 4;

/** A frame as the pieces that have to be written one after the other. */
export function frame(header: unknown, body: Buffer[] = []): Buffer[] {
  const text = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(2 * lengthBytes);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(
    body.reduce((sum, part) => sum + part.length, 0),
    lengthBytes,
  );
  return [lengths, text, ...body];
}

/** Takes bytes as they come and gives the frames that they complete. Throws at one larger than `longest` bytes. */
export class FrameReader {
  readonly #longest: number;
  #parts: Buffer[] = [];
  #held = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  *read(chunk: Buffer): Generator<Frame, void> {
    this.#parts.push(chunk);
    this.#held += chunk.length;
    while (this.#held >= 2 * lengthBytes) {
      const first = this.#first();
      const headerEnd = 2 * lengthBytes + first.readUInt32BE(0);
      const end = headerEnd + first.readUInt32BE(lengthBytes);
      if (end > this.#longest)
        throw new Error(`A frame of ${end} bytes is larger than any that is sent here.`);
      if (this.#held < end) return;
      const bytes = this.#parts.length === 1 ? first : Buffer.concat(this.#parts);
      this.#parts = this.#held > end ? [bytes.subarray(end)] : [];
      this.#held -= end;
      yield {
        header: JSON.parse(bytes.toString("utf8", 2 * lengthBytes, headerEnd)),
        body: bytes.subarray(headerEnd, end),
      };
    }
  }

  /** The first part, long enough to hold both lengths. */
  #first(): Buffer {
    const [first] = this.#parts as [Buffer];
    if (first.length >= 2 * lengthBytes) return first;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [whole];
    return whole;
  }
}
