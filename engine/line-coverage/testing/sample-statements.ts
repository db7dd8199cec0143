import type { SyntaxSample } from "./syntax-sample-type.ts";

/** Statements: branches, loops, labels, what is caught. */
export const statements: SyntaxSample[] = [
  [
    "the head of a function is not lit, its statements are",
    `
  export function f(a) {
+   const b = 1;

    // a comment
+   return b;
  }`,
  ],
  [
    "a statement over several lines lights all of them, comments and empty lines left out",
    `
  export function f() {
+   return [
+     1,
      // two is left out

+     3,
+   ].map(
+     String,
+   );
  }`,
  ],
  [
    "if and else without braces",
    `
  export function f(a) {
+   if (a)
+     return 1;
    else
      return 2;
  }`,
    [true],
  ],
  [
    "else, entered",
    `
  export function f(a) {
+   if (a)
      return 1;
+   else
+     return 2;
  }`,
    [false],
  ],
  [
    "a head over several lines",
    `
  export function f(a) {
+   if (
+     a > 1 &&
+     a > 2
+   ) {
      return 1;
    }
+   return 2;
  }`,
    [1],
  ],
  [
    "else if in a row, up to the one that holds",
    `
  export function f(a) {
+   if (a === 1) {
      return "one";
+   } else if (a === 2) {
      return "two";
+   } else if (a === 3) {
+     return "three";
    } else if (a === 4) return "four";
    else {
      return "many";
    }
  }`,
    [3],
  ],
  [
    "the last else of a row",
    `
  export function f(a) {
+   if (a === 1) {
      return "one";
+   } else if (a === 2) {
      return "two";
+   } else {
+     return "many";
    }
  }`,
    [9],
  ],
  [
    "switch: the case that is taken, what falls through, and no other",
    `
  export function f(a) {
+   switch (a) {
      case 1:
        return "one";
      case 2:
+     case 3:
+       a += 1;
+     case 4: {
+       a += 1;
+       break;
      }
      default:
        a = 0;
    }
+   return a;
  }`,
    [3],
  ],
  [
    "switch: default",
    `
  export function f(a) {
+   switch (a.type) {
      case "A": return 1;
+     default:
+       return 2;
    }
  }`,
    [{ type: "B" }],
  ],
  [
    "for, for of, for in and while, entered and not",
    `
  export function f(list) {
+   let n = 0;
+   for (let i = 0; i < 2; i++) n += i;
+   for (const each of list)
+     n += each;
+   for (const each of [])
      n += each;
+   for (const key in { a: 1 }) {
+     n += key.length;
    }
+   while (n < 0)
      n++;
+   return n;
  }`,
    [[1, 2]],
  ],
  [
    "do: the test at the end is a line of its own",
    `
  export function f() {
+   let n = 0;
+   do {
+     n++;
+     if (n === 5) break;
+   } while (n < 3);
+   do n++
+   while (n < 0)
+   return n;
  }`,
  ],
  [
    "do that is left before its test",
    `
  export function f() {
+   do {
+     break;
    } while (true);
+   return 1;
  }`,
  ],
  [
    "labels",
    `
  export function f() {
+   let n = 0;
+   outer: for (const a of [1, 2]) {
+     inner:
+     for (const b of [1, 2]) {
+       if (b === 1) continue inner;
+       if (a === 1) continue outer;
+       break outer;
        n = 9;
      }
    }
    block: {
+     n = 1;
+     break block;
      n = 2;
    }
+   return n;
  }`,
  ],
  [
    "try, catch and finally",
    `
  export function f() {
+   let n = 0;
+   try {
+     n = 1;
+     null.a;
      n = 2;
+   } catch (error) {
+     n = 3;
+   } finally {
+     n += 1;
    }
+   try {
+     n += 1;
    } catch {
      n = 0;
    }
+   return n;
  }`,
  ],
  [
    "a throw lights up to itself",
    `
  export function f() {
+   const a = null;
+   a.b = 1;
    return a;
  }`,
  ],
];
