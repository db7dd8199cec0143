import { afterAll, beforeAll, expect, test } from "vitest";
import {
  lines,
  openTestServer,
  sessionToken,
  type TestServer,
  testSession,
} from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("exercises are listed, and the solution is not given away", async () => {
  const all = (await server.app.inject("/api/exercises")).json();
  expect(all).toContainEqual(
    expect.objectContaining({ id: "parking-garage", difficulty: 2, prerequisites: ["cart-read-only"] }),
  );
  const one = (await server.app.inject("/api/exercises/cart-read-only")).json();
  expect(one).toMatchObject({ id: "cart-read-only", entry: { kind: "reducer" } });
  expect(one.starter).toContain("evolve");
  expect(Object.keys(one)).not.toContain("solution");
});

test("an exercise that does not exist is a 404 that says where the list is", async () => {
  const answer = await server.app.inject("/api/exercises/ex-9999");
  expect(answer.statusCode).toBe(404);
  expect(answer.json().detail).toContain("/api/exercises");
});

test("checks are graded without Kafka", async () => {
  const { starter } = (await server.app.inject("/api/exercises/cart-read-only")).json();
  const messages = lines(
    (await server.post("/api/checks", { exercise: "cart-read-only", source: starter })).body,
  );
  expect(messages.at(-1)).toMatchObject({ kind: "end", passed: false });
  expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
});

test("the solution is refused until this session has earned it, and no check is ever told", async () => {
  const solved = () =>
    server.app.inject({ url: "/api/exercises/chess-moves/solution", headers: testSession });
  expect((await solved()).json()).toMatchObject({ code: "solution-not-earned", status: 403 });
  const { solution } = await server.playground.exercise("chess-moves");
  const check = lines((await server.post("/api/checks", { exercise: "chess-moves", source: solution })).body);
  expect(check.at(-1)).toMatchObject({ passed: true });
  const answer = await solved();
  expect(answer.json().solution).toBe(solution);
  expect(Object.keys(answer.json()).toSorted()).toEqual(["approaches", "solution"]);
  const other = { "x-session": sessionToken("another-session-of-this-test") };
  const elsewhere = await server.app.inject({ url: "/api/exercises/chess-moves/solution", headers: other });
  expect(elsewhere.statusCode).toBe(403);
});

test("the reference's states are told beside one's own once an answer was checked, and never its code", async () => {
  const asker = { "x-session": sessionToken("a-session-that-compares-two") };
  const { starter, solution } = await server.playground.exercise("cart-read-only");
  const compare = () =>
    server.post("/api/comparisons", { exercise: "cart-read-only", source: starter }, asker);
  expect((await compare()).json()).toMatchObject({ code: "comparison-not-open", status: 403 });
  await server.post("/api/checks", { exercise: "cart-read-only", source: starter }, asker);
  const answer = await compare();
  const { mine, reference, differing, ends } = answer.json();
  expect(mine.steps).toHaveLength(reference.steps.length);
  expect(reference.end).toMatchObject({ verdict: "ok" });
  expect(differing[0]).toBe(4);
  // What counts of a cart are its lines.
  expect(ends.reference).toEqual({ pants: 1, "t-shirt": 1, hat: 1 });
  const code = solution.split("\n").filter((line) => line.trim().length > 20 && !starter.includes(line));
  for (const line of code) expect(answer.body).not.toContain(JSON.stringify(line).slice(1, -1));
  const alike = await server.post(
    "/api/comparisons",
    { exercise: "cart-read-only", source: solution },
    asker,
  );
  expect(alike.json().differing).toEqual([]);
});

test("predicted states are scored, and refused where an exercise asks for none or a source comes with them", async () => {
  const predicted = [
    { index: 4, state: { pants: 1, "t-shirt": 3 } },
    { index: 6, state: { pants: 1, "t-shirt": 2, hat: 1 } },
  ];
  const ask = async (body: object) => server.post("/api/checks", body);
  const answers = lines((await ask({ exercise: "cart-read-only", predicted })).body);
  expect(answers.map(({ passed }) => passed)).toEqual([true, false, false]);
  expect(answers[1].message).toMatch(
    /^Your prediction for offset 6 has 2 at `t-shirt`\. The record says: .*\?$/,
  );
  expect(answers[2].score).toEqual({ right: 1, of: 4 });
  for (const body of [
    { exercise: "chess-moves", predicted },
    { exercise: "cart-read-only", predicted, source: "" },
  ])
    expect((await ask(body)).json()).toMatchObject({ code: "request-invalid" });
});
