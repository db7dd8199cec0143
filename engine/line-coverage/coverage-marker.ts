import type {
  AnyNode,
  BlockStatement,
  ExportDefaultDeclaration,
  Expression,
  IfStatement,
  ModuleDeclaration,
  Program,
  Statement,
  SwitchStatement,
  TryStatement,
} from "acorn";
import { childrenOf } from "../syntax/walk-nodes.ts";

/** A part of the code: the tokens in it, as far as no smaller part holds them, belong to its mark, or to none. */
export interface Part {
  start: number;
  end: number;
  mark: number | null;
}

/** Text put into the code at an index. */
export interface Insertion {
  at: number;
  text: string;
}

type Listed = Statement | ModuleDeclaration;

/**
 * Goes through a parsed module and says where marks go and what each stands for. A statement has its mark before it, an
 * expression in parentheses with it. A simple statement stands for all of itself, a compound one for its head; `else`,
 * `case`, `catch` and `finally` stand for theirs when they are entered. Texts for one place come in the order in which
 * they have to stand there, parts before the smaller ones in them.
 */
export class CoverageMarker {
  readonly insertions: Insertion[] = [];
  readonly parts: Part[] = [];
  /** How many marks there are. */
  count = 0;
  readonly #bytes: string;

  /** `bytes` is the name of what the marks are set in. */
  constructor(bytes: string) {
    this.#bytes = bytes;
  }

  program({ body }: Program): void {
    this.#statements(body);
  }

  #statements(list: Listed[]): void {
    for (const statement of list) this.#statement(statement);
  }

  /** `at`: where its mark goes, if not right before it: before its labels, before `export`. */
  #statement(node: Listed, at = node.start): void {
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "EmptyStatement":
        break;
      case "ExportNamedDeclaration":
        if (node.declaration) this.#statement(node.declaration, at);
        break;
      case "ExportDefaultDeclaration":
        this.#exported(node, at);
        break;
      case "FunctionDeclaration":
        this.#within(node);
        break;
      case "ClassDeclaration":
        this.#before(at, node.body.start);
        this.#within(node);
        break;
      case "LabeledStatement":
        this.#statement(node.body, at);
        break;
      case "BlockStatement":
        this.#statements(node.body);
        break;
      case "IfStatement":
        this.#before(at, node.consequent.start);
        this.#branches(node);
        break;
      case "SwitchStatement":
        this.#switch(node, at);
        break;
      case "TryStatement":
        this.#try(node, at);
        break;
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
        this.#before(at, node.body.start);
        for (const child of childrenOf(node)) if (child !== node.body) this.#expression(child);
        this.#body(node.body);
        break;
      case "DoWhileStatement":
        this.#before(at, node.body.start);
        this.#body(node.body);
        this.#wrapped(node.test, node.body.end, node.end);
        break;
      case "ExpressionStatement":
        // A string is a directive only if no statement comes before it.
        if (node.directive === undefined) this.#simple(node, at);
        break;
      default:
        this.#simple(node, at);
    }
  }

  #exported(node: ExportDefaultDeclaration, at: number): void {
    const { declaration } = node;
    if (declaration.type === "FunctionDeclaration") this.#within(declaration);
    else if (declaration.type === "ClassDeclaration") {
      this.#before(at, declaration.body.start);
      this.#within(declaration);
    } else this.#simple(node, at);
  }

  #simple(node: Listed, at: number): void {
    this.#before(at, node.end);
    this.#within(node);
  }

  #branches({ test, consequent, alternate }: IfStatement): void {
    this.#expression(test);
    this.#body(consequent);
    if (alternate?.type === "IfStatement") {
      // In its test: in braces each `else if` would be nested in the one before.
      this.#insert(alternate.test.start, `(${this.#part(consequent.end, alternate.consequent.start)},`);
      this.#insert(alternate.test.end, ")");
      this.#branches(alternate);
    } else if (alternate) this.#body(alternate, consequent.end);
  }

  #switch({ discriminant, cases }: SwitchStatement, at: number): void {
    this.#before(at, discriminant.end);
    this.#expression(discriminant);
    for (const { start, end, test, consequent } of cases) {
      const begin = consequent[0]?.start ?? end;
      this.#insert(begin, `${this.#part(start, begin)};`);
      if (test) this.#expression(test);
      this.#statements(consequent);
    }
  }

  #try({ block, handler, finalizer }: TryStatement, at: number): void {
    this.#before(at, block.start);
    this.#statements(block.body);
    if (handler) {
      this.#entered(handler.body, handler.start);
      if (handler.param) this.#expression(handler.param);
      this.#statements(handler.body.body);
    }
    if (finalizer) this.#body(finalizer, (handler ?? block).end);
  }

  /** The body of a loop or a branch, in braces. `from`: where the head begins that stands for being entered. */
  #body(node: Statement, from = node.start): void {
    if (node.type === "BlockStatement") {
      if (from < node.start) this.#entered(node, from);
      this.#statements(node.body);
    } else {
      this.#insert(node.start, from < node.start ? `{${this.#part(from, node.start)};` : "{");
      this.#statement(node);
      this.#insert(node.end, "}");
    }
  }

  #entered(block: BlockStatement, from: number): void {
    this.#insert(block.start + 1, `${this.#part(from, block.start)};`);
  }

  #expression(node: AnyNode): void {
    switch (node.type) {
      case "ArrowFunctionExpression":
        if (node.body.type === "BlockStatement") this.#within(node);
        else {
          for (const param of node.params) this.#expression(param);
          this.#wrapped(node.body, node.body.start, node.body.end);
        }
        break;
      case "ConditionalExpression":
        this.#expression(node.test);
        this.#wrapped(node.consequent, node.test.end, node.consequent.end);
        this.#wrapped(node.alternate, node.consequent.end, node.alternate.end);
        break;
      case "BlockStatement":
        // The body of a function: it runs later than what it stands in.
        this.parts.push({ start: node.start + 1, end: node.end - 1, mark: null });
        this.#statements(node.body);
        break;
      case "StaticBlock":
        this.parts.push({ start: node.start, end: node.end, mark: null });
        this.#statements(node.body);
        break;
      default:
        this.#within(node);
    }
  }

  #within(node: AnyNode): void {
    for (const child of childrenOf(node)) this.#expression(child);
  }

  /** An expression with a mark of its own, which stands for the code from `start` to `end`. */
  #wrapped(node: Expression, start: number, end: number): void {
    this.#insert(node.start, `(${this.#part(start, end)},`);
    this.#expression(node);
    this.#insert(node.end, ")");
  }

  /** A mark before a statement, which stands for the code up to `end`. */
  #before(at: number, end: number): void {
    this.#insert(at, `${this.#part(at, end)};`);
  }

  /**
   * A new mark for a part of the code, and the text that sets it: it calls nothing that the learner's code could replace,
   * and unlike with `=` the engine counts no tick for it.
   */
  #part(start: number, end: number): string {
    const mark = this.count++;
    this.parts.push({ start, end, mark });
    return `${this.#bytes}[${mark}]|=1`;
  }

  #insert(at: number, text: string): void {
    this.insertions.push({ at, text });
  }
}
