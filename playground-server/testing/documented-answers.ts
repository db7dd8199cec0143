import { Ajv2020 } from "ajv/dist/2020.js";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import type { Sentence } from "../../engine/sentences/message.ts";
import { expectSentences } from "../../engine/sentences/testing/expect-sentences.ts";

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { content: object }> }>>;
}

/**
 * From now on `app.inject` throws where an answer of the API is not as the OpenAPI document says. Returns the operations
 * that were answered with 200 so far, such as `post /api/runs`.
 */
export function expectDocumentedAnswers(app: FastifyInstance): Set<string> {
  const answered = new Set<string>();
  const inject = app.inject.bind(app) as (asked: InjectOptions | string) => Promise<LightMyRequestResponse>;
  const answers = new DocumentedAnswers(app.swagger() as unknown as Document);
  const injectAndCheck = async (asked: InjectOptions | string) => {
    const response = await inject(asked);
    const { url, method = "GET" } = typeof asked === "string" ? { url: asked } : asked;
    const operation = answers.check(method.toLowerCase(), String(url), response);
    if (operation && response.statusCode === 200) answered.add(operation);
    return response;
  };
  app.inject = injectAndCheck as typeof app.inject;
  return answered;
}

/** What a document says of answers, and whether they keep to it. */
class DocumentedAnswers {
  #document: Document;
  #ajv = new Ajv2020({ strict: false, validateFormats: false });

  constructor(document: Document) {
    this.#document = document;
    this.#ajv.addSchema(document, "document");
  }

  /** Throws where an answer does not fit. Returns its operation; null where the document names none. */
  check(method: string, url: string, response: LightMyRequestResponse): string | null {
    const path = this.#pathOf(url);
    if (path === null && !url.startsWith("/api/")) return null;
    // Fastify answers HEAD as GET, without the body.
    const operation = path && this.#document.paths[path]?.[method === "head" ? "get" : method];
    // What an address does not offer is refused, as any operation refuses.
    const place = operation ? [path, method === "head" ? "get" : method] : ["/healthz", "get"];
    const status = operation && response.statusCode === 200 ? "200" : "default";
    const name = `${method} ${url} ${response.statusCode}`;
    const type = String(response.headers["content-type"]).split(";")[0] as string;
    const schema = ["paths", ...place, "responses", status, "content", type, "schema"];
    const validate = this.#ajv.getSchema(`document#/${schema.map(pointerToken).join("/")}`);
    if (!validate) throw new Error(`${name}: an answer of ${type} is not in the document.`);
    if (method === "head") return null;
    for (const part of partsOf(type, response.body)) {
      if (!validate(part)) {
        throw new Error(`${name}: ${this.#ajv.errorsText(validate.errors)} in ${JSON.stringify(part)}`);
      }
      expectSaid(part);
    }
    if (status === "default" && response.json().status !== response.statusCode)
      throw new Error(`${name}: the problem's status is ${response.json().status}.`);
    return operation ? `${method} ${path}` : null;
  }

  #pathOf(url: string): string | null {
    const [address = ""] = url.split("?", 1);
    const parts = address.split("/").map((part) => decoded(part));
    const fits = (path: string) => {
      const names = path.split("/");
      return names.length === parts.length && names.every((name, i) => name === parts[i] || name[0] === "{");
    };
    const found = Object.keys(this.#document.paths).filter(fits);
    return found.find((path) => !path.includes("{")) ?? found[0] ?? null;
  }
}

/** A problem, and a message that came with its sentences, say as data what they say in English. */
function expectSaid(part: unknown): void {
  const { detail, message, sentences } = part as {
    detail?: string;
    message?: string;
    sentences?: Sentence[];
  };
  if (detail !== undefined) expectSentences({ message: detail, sentences });
  else if (message !== undefined && sentences) expectSentences({ message, sentences });
}

/** The values of a body: one, or one a line. */
function partsOf(type: string, body: string): unknown[] {
  if (type === "text/plain") return [body];
  const texts = type === "application/x-ndjson" ? body.split("\n").filter((line) => line !== "") : [body];
  return texts.map((text) => JSON.parse(text));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A part of a JSON Pointer in a URI fragment. */
const pointerToken = (part: string) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
