type Chain = { lastSeal: string; brokenAt: number | null };

export function initialState(): Chain {
  return { lastSeal: "000000000000", brokenAt: null };
}

export function evolve(chain: Chain, event: CashEvent): Chain {
  const { previous, seal, ...rest } = event.data;
  // starter: // 1. Is the record linked: is `previous` the seal of the record before?
  // starter: // 2. Is it sealed: does `sealOf` give this `seal` for the text of this record?
  // starter: // 3. brokenAt: the offset of the first record that is not linked, or not sealed.
  // starter: return { lastSeal: seal, brokenAt: null };
  const text = [previous, event.type, event.metadata.occurredAt, canonical(rest)].join(" ");
  const linked = previous === chain.lastSeal;
  const sealed = seal === sealOf(text);
  const broken = linked && sealed ? null : event.metadata.position.offset;
  return { lastSeal: seal, brokenAt: chain.brokenAt ?? broken };
  // end starter
}

// Given: the fields in the order of their names, whatever order the record has. The same fields give the same text.
function canonical(fields: object): string {
  return JSON.stringify(fields, Object.keys(fields).toSorted());
}

// Given: the first 12 digits of the SHA-256 of a text of ASCII letters. The tool `sha256sum` prints the same.
function sealOf(text: string): string {
  const words: number[] = new Array(16 * (((text.length + 8) >> 6) + 1)).fill(0);
  for (const [i, letter] of [...(text + "\x80")].entries()) {
    words[i >> 2] |= letter.charCodeAt(0) << (24 - 8 * (i % 4));
  }
  words[words.length - 1] = 8 * text.length;
  const hash = [...firstHash];
  for (let block = 0; block < words.length; block += 16) {
    const w = words.slice(block, block + 16);
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      if (i >= 16) {
        const [x, y] = [w[i - 15], w[i - 2]];
        const mixed = (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
        w[i] = (w[i - 16] + w[i - 7] + mixed) | 0;
      }
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + w[i];
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] + value) | 0;
  }
  const digits = hash.map((value) => (value >>> 0).toString(16).padStart(8, "0")).join("");
  return digits.slice(0, 12);
}

const turn = (value: number, by: number) => (value >>> by) | (value << (32 - by));
const fraction = (root: number) => ((root % 1) * 2 ** 32) | 0;
const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime > 0)) primes.push(n);
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
const firstHash = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
