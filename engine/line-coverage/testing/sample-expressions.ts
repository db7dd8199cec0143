import type { SyntaxSample } from "./syntax-sample-type.ts";

/** Expressions and functions, and what is special about a text. */
export const expressions: SyntaxSample[] = [
  [
    "a conditional over several lines: only the branch that is taken",
    `
  export function f(a) {
+   return a === 1
      ? "one"
+     : a === 2
+       ? "two"
        : "many";
  }`,
    [2],
  ],
  [
    "a conditional with brackets around its branches",
    `
  export function f(a) {
+   const b = [a ? (
+     1
    ) : (
      2
+   )];
+   return b;
  }`,
    [true],
  ],
  [
    "an arrow function with an expression, called and not",
    `
  export function f(list) {
+   const twice = list.map((x) =>
+     x * 2
+   );
+   const never = (x) => ({
      ...x,
    });
+   return twice;
  }`,
    [[1]],
  ],
  [
    "an arrow function with a body",
    `
  export function f(list) {
+   return list.reduce((sum, x) => {
+     if (x > 1)
        return sum;
+     return sum + x;
+   }, 0);
  }`,
    [[1]],
  ],
  [
    "an exported arrow function",
    `
  export const f = (a) =>
+   ({ ...a, b: 1 });`,
    [{}],
  ],
  [
    "arrow functions in arrow functions",
    `
  const add = (a) =>
+   (b) =>
+     a + b;
  export const f = () => {
+   return add(1)(2);
  };`,
  ],
  [
    "functions in functions: the inner one only when it is called",
    `
  export function f() {
    function one() {
+     return 1;
    }
    function two() {
      return 2;
    }
+   const three = function () {
      return 3;
+   };
+   return one();
  }`,
  ],
  [
    "parameters with a default",
    `
  export function f(
    a = 1 > 2
      ? 1
+     : 2,
  ) {
+   return a;
  }`,
  ],
  [
    "a template over several lines",
    `
  export function f(a) {
+   return \`one
+     \${a ? \`two\` : "three"}
+   four\`;
  }`,
    [true],
  ],
  [
    "a conditional in a template",
    `
  export function f(a) {
+   return \`\${a
      ? "two"
+     : "three"
+   }\`;
  }`,
    [false],
  ],
  [
    "an object with methods",
    `
  const view = {
    initial() {
+     return 0;
    },
    project: (n) =>
      n + 1,
  };
  export function f() {
+   return view.initial();
  }`,
  ],
  [
    "a class in a function",
    `
  export function f() {
+   class Cart {
      #lines = 0;
      static none = [].length
        ? 1
+       : 2;
      static {
+       Cart.made = true;
      }
      constructor(n) {
+       this.n = n;
      }
      get twice() {
+       return this.n * 2;
      }
      never() { return 1; }
    }
+   return new Cart(2).twice;
  }`,
  ],
  [
    "a generator",
    `
  function* count() {
+   yield 1;
+   yield 2;
    yield 3;
  }
  export function f() {
+   const [a, b] = count();
+   return a + b;
  }`,
  ],
  [
    "optional chaining and ?? stay one line with their statement",
    `
  export function f(a) {
+   return a?.b?.(1)
+     ?? a.c;
  }`,
    [{ c: 1 }],
  ],
  [
    "no semicolons at all",
    `
  export function f(a) {
+   let b = a
+   if (b) b++
    else b--
+   do b++; while (b < 5)
+   return b
  }`,
    [1],
  ],
  [
    "several statements on one line",
    `
+ export function f(a) { if (a) return 1; return 2 }`,
    [true],
  ],
  [
    "use strict in a function stays a directive",
    `
  export function f(a) {
    "use strict"
+   return 1
  }`,
  ],
  [
    "types are no tokens: where only they stand nothing runs",
    `
  interface Cart {
    n: number;
  }
  export function f<T extends Cart>(a: T): Record<
    string,
    number
  > {
+   const b = a as unknown as {
      n: number;
    };
+   return { n: b.n! } satisfies Cart;
  }`,
    [{ n: 1 }],
  ],
  [
    "a name as ours would be",
    `
  const passed0 = [1], passed1 = 2;
  export function f(passed2) {
+   passed0[0] = 1;
+   return passed0[0] + passed1;
  }`,
  ],
  [
    "an empty body, and an empty statement for a body",
    `
  export function f() {
+   for (let i = 0; i < 3; i++);
+   if (f) {}
    else ;
+   while (false);
+   return 1;
  }`,
  ],
];
