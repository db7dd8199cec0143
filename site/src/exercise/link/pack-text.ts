/** Text made short for an address: deflated, and written in letters that need no escaping. */
export async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return base64url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/**
 * The text again. `null` where it is not what `packed` gave; `"too-much"` where it unfolds to more than `most` bytes,
 * of which no more than these are ever held.
 */
export async function unpackText(letters: string, most: number): Promise<string | null | "too-much"> {
  const bytes = fromBase64url(letters);
  if (bytes === null) return null;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > most) {
        await reader.cancel();
        return "too-much";
      }
      parts.push(part.value);
    }
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      await new Blob(parts).arrayBuffer(),
    );
  } catch {
    // Not deflated, cut short, or no UTF-8.
    return null;
  }
}

function base64url(bytes: Uint8Array): string {
  let letters = "";
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    letters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(letters: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(letters)) return null;
  try {
    const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
