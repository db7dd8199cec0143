import { expect, test } from "vitest";
import { SessionTokens } from "./session-token.ts";

const tokens = new SessionTokens("the secret of this server");

test("a token that this server signed is known again, and by any replica with the same secret", () => {
  const name = tokens.newName();
  expect(name).toMatch(/^[\w-]{32}$/);
  const token = tokens.sign(name);
  expect(tokens.read(token)).toEqual({ name, signed: true });
  expect(new SessionTokens("the secret of this server").read(token)).toEqual({ name, signed: true });
  expect(new SessionTokens("another secret").read(token)).toEqual({ name, signed: false });
});

test("an invented token has a name and no signature", () => {
  const name = "x".repeat(32);
  const [, signature = ""] = tokens.sign("y".repeat(32)).split(".");
  for (const token of [name, `${name}.${"A".repeat(43)}`, `${name}.${signature}`])
    expect(tokens.read(token)).toEqual({ name, signed: false });
});

test.each([
  "",
  "short",
  `${"x".repeat(129)}`,
  `${"x".repeat(32)}.`,
  `${"x".repeat(32)}.short`,
  `${"x".repeat(32)}ü`,
])("%j is no token", (token) => {
  expect(tokens.read(token)).toBeNull();
});
