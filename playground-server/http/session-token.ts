import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** 192 bits, as base64url; a name that a client makes up has to be at least as long as 128 bits. */
const nameBytes = 24;
const tokenShape = /^([A-Za-z0-9_-]{22,128})(?:\.([A-Za-z0-9_-]{43}))?$/;

/** What a token says: the session's secret name, and whether this server has signed it. */
export interface ReadToken {
  name: string;
  signed: boolean;
}

/**
 * Tokens of sessions: `<name>.<HMAC-SHA-256 of the name>`, both as base64url. Anybody can make up a name; only a server
 * that has the secret can sign it. Nothing is kept: all replicas with the same secret know each other's tokens.
 */
export class SessionTokens {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** A secret name for a session that has none yet. */
  newName(): string {
    return randomBytes(nameBytes).toString("base64url");
  }

  sign(name: string): string {
    return `${name}.${this.#signature(name).toString("base64url")}`;
  }

  /** Null if the text does not have the form of a token. Tokens of older versions are bare names without a signature. */
  read(token: string): ReadToken | null {
    const [, name, signature] = tokenShape.exec(token) ?? [];
    if (name === undefined) return null;
    if (signature === undefined) return { name, signed: false };
    // 43 characters of base64url are always 32 bytes.
    return { name, signed: timingSafeEqual(Buffer.from(signature, "base64url"), this.#signature(name)) };
  }

  #signature(name: string): Buffer {
    return createHmac("sha256", this.#secret).update(name).digest();
  }
}
