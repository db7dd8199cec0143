import { groupDigits } from "../group-digits.ts";

/** What keeps a source from being loaded. */
export const compileSentences = {
  line: ({ line }: { line: number }) => `Line ${line}:`,
  "source-too-large": ({ bytes, most }: { bytes: number; most: number }) =>
    `Your code is ${groupDigits(bytes)} bytes long; the limit is ${groupDigits(most)}. Remove what this fold does not need.`,
  "brackets-too-deep": ({ most }: { most: number }) =>
    `Brackets are nested more than ${most} deep. Move the inner parts into variables or functions.`,
  "source-not-typescript":
    "The source could not be read as TypeScript: a part of it is too long or nested too deeply. Split it into functions.",
  "source-nested-too-deep":
    "The code is nested too deeply here, such as else if in else if: split it into functions.",

  "not-in-a-block": "This is not allowed in a block.",
  "no-tags": "A tag is not allowed here.",
  "no-case": "A case is not allowed here.",
  "cannot-follow": "This cannot follow the code before it.",
  "value-expected": "A value was expected here.",
  "code-ends": ({ expected }: { expected: string }) => `The code ends, but a \`${expected}\` is missing.`,
  "no-name": ({ expected }: { expected: string }) => `A \`${expected}\` was expected here, not a name.`,
  "expected-not": ({ expected, got }: { expected: string; got: string }) =>
    `A \`${expected}\` was expected here, not \`${got}\`.`,
  "string-does-not-end": "A string starts here and does not end.",
  "comment-does-not-end": "A comment starts here and does not end.",
  "never-waits": "A fold never waits.",
  "no-imports": "Imports are not available here.",
  "declared-twice": "This name is already declared.",
  "const-without-value": "A const needs a value.",
  "exported-not-declared": ({ name }: { name: string }) => `\`${name}\` is exported but not declared.`,

  "parentheses-around-object": "To return an object from `=>`, put parentheses around it: `=> ({ … })`.",
  "value-on-line-of-return": "The value must start on the same line as `return`.",
  "no-jsx": "There is no JSX here: return data, and the page draws it.",
  "bracket-or-quote-open": "Is a bracket or a quote above it not closed?",
  "word-or-sign-missing":
    "Is a word misspelled there? Is a bracket, a comma or an operator missing before it, or is there one too many?",
  "count-the-brackets": "Count the brackets: one of them is not closed.",
  "close-the-quote": "Close it with the same quote, on the same line.",
  "close-the-backtick": "Close it with a backtick.",
  "close-the-comment": "Close it with `*/`.",
  "remove-await": "Remove await: everything that `evolve` needs is in the record and in the state.",
  "language-alone": "Use the language alone. Types can be imported with `import type`.",
  "another-name": "Give one of them another name, or put braces around each case of the switch.",
  "give-const-a-value": "Give it one here, or declare it with let.",
  "spelled-as-declared": "Is it spelled as in its declaration?",

  "needs-compiling": ({ construct }: { construct: string }) =>
    `Types are erased here, not compiled, and a TypeScript ${construct} needs compiling.`,
  "angle-brackets-need-compiling":
    "Types are erased here, not compiled, and a type in angle brackets needs compiling.",
  "union-instead-of-enum": "Use a union of strings, or an object.",
  "field-instead-of-parameter": "Declare the field, and give it its value in the constructor.",
  "object-instead-of-namespace": "Use a plain object, or separate functions.",
  "as-instead-of-angle-brackets": "Write `value as Type`.",
  "export-instead-of-module": "Write `export` before each function; there is nothing to import.",

  "read-model-missing": ({ name }: { name: string }) =>
    `Export a read model: export const ${name} = { initialView() { … }, project(view, event) { … } }.`,
  "export-not-a-function": ({ name }: { name: string }) =>
    `Export a function named \`${name}\`: what your code exports under that name is not a function. Write export function ${name}(…) { … }.`,
  "export-default": ({ name }: { name: string }) =>
    `Export a function named \`${name}\`: export function ${name}(…) { … }, with its name and without default.`,
  "not-exported": ({ name }: { name: string }) =>
    `Export a function named \`${name}\`: it is declared but not exported. Write \`export\` before it.`,
  "export-missing": ({ name }: { name: string }) =>
    `Export a function named \`${name}\`: export function ${name}(…) { … }.`,
  "exports-nothing": "Your code exports nothing yet.",
  "exports-others": ({ names }: { names: string }) => `Your code exports ${names}.`,
};
