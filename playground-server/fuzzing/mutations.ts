import fc from "fast-check";

/** A change to a text: so many characters at a place, given as a share of its length, become other ones. */
interface Edit {
  at: number;
  drop: number;
  put: string;
}

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** A text with a few places changed; `pieces` are what may be put in. */
export function mutated(text: fc.Arbitrary<string>, pieces: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const edit: fc.Arbitrary<Edit> = fc.record({
    at: place,
    drop: fc.nat(12),
    put: fc.oneof(fc.constant(""), pieces),
  });
  return fc.tuple(text, fc.array(edit, { maxLength: 6 })).map(([whole, edits]) =>
    edits.reduce((now, { at, drop, put }) => {
      const from = Math.floor(at * now.length);
      return now.slice(0, from) + put + now.slice(from + drop);
    }, whole),
  );
}

/** Bytes with a few of them changed, left out or put in. */
export function mutatedBytes(bytes: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> {
  const edit = fc.record({ at: place, drop: fc.nat(9), put: fc.uint8Array({ maxLength: 9 }) });
  return fc.tuple(bytes, fc.array(edit, { maxLength: 4 })).map(([whole, edits]) =>
    edits.reduce<Buffer>((now, { at, drop, put }) => {
      const from = Math.floor(at * now.length);
      return Buffer.concat([now.subarray(0, from), put, now.subarray(from + drop)]);
    }, whole),
  );
}
