import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { recordedCluster } from "../../engine/terminal/recorded-cluster.ts";
import { runLine } from "../../engine/terminal/run-line.ts";
import { JqProcesses } from "./jq/jq-processes.ts";

/** What comes after a pipe, given to the real tools of this machine and to the terminal's. Compared is their output. */

const jq = new JqProcesses();
const cluster = recordedCluster([], async () => ({ topic: "", partitions: 0, records: [] }));

async function ours(line: string, input: string): Promise<string[]> {
  const lines: string[] = [];
  await runLine(line, {
    cluster,
    screen: { print: (text) => lines.push(...text.split("\n")), warn() {} },
    database: () => Promise.reject(new Error("No line here needs it.")),
    jq: async (signal) => jq.open("a learner", signal),
    signal: AbortSignal.timeout(60_000),
    async *input() {
      for (const text of input.replace(/\n$/, "").split("\n")) yield { text };
    },
  });
  return lines;
}

function real(line: string, input: string): string[] {
  const { stdout } = spawnSync("bash", ["-c", line], {
    input,
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" },
  });
  return stdout === "" ? [] : stdout.replace(/\n$/, "").split("\n");
}

const text = `cart-1 opened
cart-2 opened
  cart-1 ItemAdded t-shirt 2

cart-1 ItemAdded SOCKS 1.50
a.b*c [x] ^y$ {2}
aaa bbb abab über Straße
cart-10 closed
foo_bar foo-bar foobar
`;

const json = `{"type":"CartOpened","data":{"cart":"cart-1"}}
{"type":"ItemAdded","data":{"cart":"cart-1","item":"t-shirt","quantity":2}}
{"type":"ItemAdded","data":{"cart":"cart-2","item":"socks","quantity":1,"price":9.5}}

{"data":null,"type":"CartClosed","note":"ü \\"quoted\\""}
`;

describe("grep finds the same lines", () => {
  test.each([
    "grep cart",
    "grep -i socks",
    "grep -v cart",
    "grep -c cart-1",
    "grep -n opened",
    "grep -ci ITEMADDED",
    "grep -vc cart",
    "grep -E 'opened|closed'",
    "grep 'opened\\|closed'",
    "grep -E '^cart-[0-9]+ opened$'",
    "grep '^cart-[0-9]* opened$'",
    "grep -E 'cart-1( |$)'",
    "grep -w cart-1",
    "grep -w foo",
    "grep -x 'cart-2 opened'",
    "grep -F 'a.b*c [x]'",
    "grep 'a.b\\*c'",
    "grep -o 'cart-[0-9]*'",
    "grep -oE '[[:upper:]][a-z]+'",
    "grep -on a",
    "grep -oi 'ST'",
    "grep -E '(ab)+'",
    "grep -oE '(ab)+|a+'",
    "grep -oE 'a|ab|abab'",
    "grep -E 'a{3}'",
    "grep 'a\\{3\\}'",
    "grep -E '{2}'",
    "grep '[^a-z ]$'",
    "grep '\\.'",
    "grep -E '\\bfoo\\b'",
    "grep '\\<bar\\>'",
    "grep -E '\\w+_\\w+'",
    "grep -e cart-2 -e SOCKS",
    "grep -m 2 cart",
    "grep -m1 -A1 cart-1",
    "grep -A1 SOCKS",
    "grep -B 1 -n SOCKS",
    "grep -C1 cart-10",
    "grep -n -A1 -B1 'opened'",
    "grep -q cart",
    "grep ''",
    "grep '^$'",
    "grep --color=auto cart-2",
    "grep --count cart",
    "grep -- -shirt",
    "grep -E 'x*'",
    "grep '*c'",
    "grep -E 'ü|ß'",
    "grep '[]x]'",
    "grep -E '^(cart|foo)(-|_)[^ ]* '",
    "grep nothing-like-it",
  ])("%s", async (line) => {
    expect(await ours(line, text)).toEqual(real(line, text));
  });
});

describe("head, tail, wc and echo print the same", () => {
  test.each([
    "head -n 3",
    "head -2",
    "head -n2",
    "head --lines=1",
    "head -n -7",
    "head -n 0",
    "head",
    "tail -n 2",
    "tail -3",
    "tail -n +8",
    "tail -n 0",
    "tail",
    "wc -l",
    "wc -w",
    "wc -c",
    "wc -m",
    "wc",
    "wc -lw",
    "grep cart | head -n 2 | wc -l",
    "grep -v '^$' | tail -n 3 | head -1",
    "echo a  b 'c  d'",
    "echo -e 'a\\tb\\nc' | wc -l",
    "echo '{\"a\":[1,2]}' | grep -o '[0-9]'",
    "head -n 1 <<< 'one two'",
    "wc -w <<< 'one two'",
  ])("%s", async (line) => {
    expect(await ours(line, text)).toEqual(real(line, text));
  });
});

describe("jq prints the same", () => {
  test.each([
    "jq .",
    "jq",
    "jq -c .",
    "jq .type",
    "jq -r .type",
    "jq -r '.data.item // \"none\"'",
    "jq -c 'select(.type == \"ItemAdded\") | .data'",
    "jq -s length",
    "jq -s 'map(.data.quantity // 0) | add'",
    "jq -c -s 'group_by(.type) | map({type: .[0].type, count: length})'",
    "jq -n '1 + 2'",
    "jq -n '[inputs.type] | length'",
    "jq -n 'reduce inputs as $e ({}; .[$e.type] += 1)'",
    "jq -c --arg item socks 'select(.data.item? == $item)'",
    "jq --argjson least 2 '.data.quantity? | select(. != null and . >= $least)'",
    "jq -S .",
    "jq --tab .",
    "jq --indent 1 .",
    "jq -r '[.type, .data.item?] | @csv'",
    "jq -r '[.type] | @tsv'",
    "jq -r '@sh \"echo \\(.type)\"'",
    "jq -r '\"  \\(.type)  \"'",
    "jq -j .type",
    "jq -R length",
    "jq -a -c .note",
    "jq .nothing.at.all",
    "jq '.type.x'",
    "jq -c 'def twice: ., .; .type | twice'",
    "jq -c '.data | keys?'",
    "jq -c 'input.type'",
    "jq -r .type | grep Item | wc -l",
    "jq -c .data | head -n 1",
    "jq -e .type",
  ])("%s", async (line) => {
    expect(await ours(line, json)).toEqual(real(line, json));
  });
});
