import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse as parseYaml, YAMLParseError } from "yaml";
import type { z } from "zod";
import { addressAsOf } from "./fresh-modules.ts";

/** A folder of an exercise or of a pack. Whatever is wrong in it is said with the file's name, as `shown` begins it. */
export class Folder {
  readonly path: string;
  readonly shown: string;
  /** A name for the state in which the folder is; modules of another state are read anew. */
  readonly asOf: string | undefined;

  constructor(path: string, shown: string, asOf?: string) {
    this.path = path;
    this.shown = shown;
    this.asOf = asOf;
  }

  /** A folder in this one. */
  folder(name: string): Folder {
    return new Folder(join(this.path, name), `${this.shown}/${name}`, this.asOf);
  }

  has(file: string): boolean {
    return existsSync(join(this.path, file));
  }

  /** A file's text. Throws which file is missing. */
  async text(file: string): Promise<string> {
    try {
      return await readFile(join(this.path, file), "utf8");
    } catch {
      throw new Error(`${this.shown}/${file} is missing. Write it, or take out what names it.`);
    }
  }

  async textOrNone(file: string): Promise<string | undefined> {
    return this.has(file) ? this.text(file) : undefined;
  }

  /** The names of what lies in a folder, in order; hidden files are none of them. */
  async names(folder: string): Promise<string[]> {
    if (!this.has(folder)) return [];
    return (await readdir(join(this.path, folder))).filter((name) => !name.startsWith(".")).toSorted();
  }

  /** The texts of the files of a folder with this ending, in the order of their names, without the ending. */
  async texts(folder: string, ending: string): Promise<{ name: string; text: string }[]> {
    const files = (await this.names(folder)).filter((file) => file.endsWith(ending));
    return Promise.all(
      files.map(async (file) => ({
        name: file.slice(0, -ending.length),
        text: await this.text(join(folder, file)),
      })),
    );
  }

  /** The default export of a module of the author's, trusted code. */
  async module(file: string): Promise<Record<string, unknown>> {
    if (!this.has(file)) throw new Error(`${this.shown}/${file} is missing. Write it.`);
    const url = pathToFileURL(join(this.path, file));
    try {
      return await import(
        /* @vite-ignore */ this.asOf === undefined ? url.href : addressAsOf(url, this.asOf)
      );
    } catch (error) {
      // Loaded with the first mistake: a parser comes with it.
      const { describeModuleFailure } = await import("./module-failure.ts");
      throw new Error(describeModuleFailure(this, file, error));
    }
  }

  async json(file: string): Promise<unknown> {
    const text = await this.text(file);
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${this.shown}/${file} is not JSON. ${messageOf(error)}`);
    }
  }

  /** Every line of an NDJSON file, parsed. */
  async lines(file: string): Promise<unknown[]> {
    const lines = (await this.text(file)).split("\n");
    return lines.flatMap((line, at) => {
      if (!line.trim()) return [];
      try {
        return [JSON.parse(line)];
      } catch (error) {
        throw new Error(`${this.shown}/${file}:${at + 1} is not JSON. ${messageOf(error)}`);
      }
    });
  }

  /** The content of a YAML file. */
  async yaml(file: string): Promise<Record<string, unknown>> {
    const text = await this.text(file);
    try {
      return (parseYaml(text) ?? {}) as Record<string, unknown>;
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      const line = error.linePos?.[0].line ?? 1;
      const [why = ""] = error.message.split(/ at line|:?\n/);
      throw new Error(
        `${this.shown}/${file}:${line} is not YAML. ${why}. Put a text with a colon, a quote or a bracket into quotes, or below a line that ends with |-.`,
      );
    }
  }

  /** A value by its schema. Throws the file's name, and each problem with its place. */
  checked<Schema extends z.ZodType>(schema: Schema, value: unknown, file: string): z.infer<Schema> {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const problems = result.error.issues.map(
      (issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`,
    );
    throw new Error(`${this.shown}/${file} is not valid. ${problems.join("; ")}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
