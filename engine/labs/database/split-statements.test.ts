import fc from "fast-check";
import { expect, test } from "vitest";
import { splitStatements } from "./split-statements.ts";

const textsOf = (text: string) => splitStatements(text).statements.map((statement) => statement.text);

test("semicolons end statements, except within quotes and comments", () => {
  const text = `SELECT ';' AS "a;b"; -- not; here
SELECT $$;$$, $tag$ ; $$ ; $tag$ /* ; /* ; */ ; */, E'\\';';`;
  expect(textsOf(text)).toEqual([
    `SELECT ';' AS "a;b"`,
    `-- not; here\nSELECT $$;$$, $tag$ ; $$ ; $tag$ /* ; /* ; */ ; */, E'\\';'`,
  ]);
});

test("a comment alone and an empty statement are no statements", () => {
  expect(textsOf(";; -- nothing\n; /* nothing */")).toEqual([]);
});

test("gset ends a statement and may have a prefix", () => {
  expect(splitStatements("SELECT 1 AS a \\gset\nSELECT 2 AS b \\gset my_\nCOMMIT").statements).toEqual([
    { text: "SELECT 1 AS a", gset: "" },
    { text: "SELECT 2 AS b", gset: "my_" },
    { text: "COMMIT", gset: null },
  ]);
});

test("what cannot be split is named", () => {
  expect(splitStatements("SELECT 'a").problem).toBe("unclosed-quote");
  expect(splitStatements("SELECT 1 /* a").problem).toBe("unclosed-quote");
  expect(splitStatements("SELECT $a$ ").problem).toBe("unclosed-quote");
  expect(splitStatements("\\! ls").problem).toBe("unknown-backslash");
  expect(splitStatements("SELECT 1;").problem).toBe(null);
});

test("a word with a dollar is no quote, and a standard string has no escapes", () => {
  expect(textsOf("SELECT a$b$; SELECT '\\'; SELECT 1")).toEqual(["SELECT a$b$", "SELECT '\\'", "SELECT 1"]);
});

test("statements that are joined by semicolons come apart again", () => {
  const statement = fc
    .array(
      fc.oneof(
        fc.constantFrom("SELECT", "a", "1", "::", ","),
        fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
        fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
        fc.constantFrom("$$;'$$", "$x$ $$;$$ $x$", "/* ; ' /* $$ */ */", "E'\\';\\\\'"),
      ),
      { minLength: 1 },
    )
    .map((words) => `SELECT ${words.join(" ")} 0`);
  fc.assert(
    fc.property(fc.array(statement), (statements) => {
      expect(textsOf(statements.join(";\n"))).toEqual(statements);
    }),
  );
});

test("any text at all is split without an end lost or a throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."';\"$\\-/*ae \n:x") }), (text) => {
      for (const statement of textsOf(text)) expect(text).toContain(statement);
    }),
  );
});
