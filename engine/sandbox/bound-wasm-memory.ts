const pageBytes = 64 * 1024;
const memorySection = 5;

/**
 * The WebAssembly module with a maximum written into its memory section, so that its memory cannot grow past
 * `maximumBytes` whatever runs inside. Throws if the module does not define exactly one memory of its own.
 */
export function boundWasmMemory(wasm: Uint8Array, maximumBytes: number): Uint8Array<ArrayBuffer> {
  let at = 8; // past the magic number and the version
  while (at < wasm.length) {
    const id = wasm[at] as number;
    const [size, body] = readUnsigned(wasm, at + 1);
    if (id === memorySection) {
      const [count, flagsAt] = readUnsigned(wasm, body);
      const flags = wasm[flagsAt] as number;
      if (count !== 1 || flags > 1) break;
      const [minimum] = readUnsigned(wasm, flagsAt + 1);
      const pages = Math.floor(maximumBytes / pageBytes);
      const section = [1, 1, ...unsigned(minimum), ...unsigned(pages)];
      return concat(
        wasm.subarray(0, at),
        [id, ...unsigned(section.length), ...section],
        wasm.subarray(body + size),
      );
    }
    at = body + size;
  }
  throw new Error("The engine's module has no memory of its own to bound.");
}

/** An unsigned LEB128 number and the index after it. */
export function readUnsigned(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] as number;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value % 128;
    value = Math.floor(value / 128);
    bytes.push(value > 0 ? low | 0x80 : low);
  } while (value > 0);
  return bytes;
}

function concat(...parts: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
