import { expect, test } from "vitest";
import { completedSource } from "./solution-parts.ts";

const solution = `// A cart.
type Line = { sku: string };
type Cart = { lines: Line[] };

/**
 * Empty.
 */
export function initialState(): Cart {
  const lines: Line[] = [];

  return { lines };
}

const isEmpty = ({ lines }: Cart) => lines.length === 0;
`;

test("a line that names declarations of the solution stands for them, with their comments and the space between them", () => {
  const answer = "// Another.\n// solution: Line, Cart, initialState\n\nexport function evolve() {}\n";
  const { source, lines } = completedSource(answer, solution);
  expect(source).toBe(
    `// Another.\n${solution.slice(0, solution.indexOf("\n\nconst"))}\n\nexport function evolve() {}\n`,
  );
  expect(lines.slice(0, 3)).toEqual([1, 2, 2]);
  expect(lines.slice(-3)).toEqual([3, 4, 5]);
});

test("declarations that do not follow each other in the solution have an empty line between them", () => {
  expect(completedSource("// solution: isEmpty, Cart", solution).source).toBe(
    "const isEmpty = ({ lines }: Cart) => lines.length === 0;\n\ntype Cart = { lines: Line[] };",
  );
});

test("a source that names nothing of the solution stays as it is", () => {
  const source = "// A solution: add.\nreturn 1; // solution: Cart\n";
  expect(completedSource(source, solution).source).toBe(source);
});

test("a name that the solution does not declare is named, with those that it declares", () => {
  expect(() => completedSource("// One.\n// solution: Cart, evolve", solution)).toThrow(
    "names evolve, but solution.ts does not declare it. It declares Line, Cart, initialState, isEmpty.",
  );
});
