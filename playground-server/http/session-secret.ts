import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of random bytes, written as base64url. */
const secretBytes = 32;

/** The least length of a secret: 128 bits as base64url. */
export const leastSecretCharacters = 22;

/**
 * The secret with which this server signs sessions, for an operator who sets none: made once and kept in the data folder,
 * so that sessions are known again after a restart. Only the server's user can read it.
 */
export function keptSessionSecret(dataDir: string): string {
  const path = join(dataDir, "session-secret");
  const kept = readIfThere(path);
  // A kill or a full disk may have cut the file short.
  if (kept.length >= leastSecretCharacters) return kept;
  const secret = randomBytes(secretBytes).toString("base64url");
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
