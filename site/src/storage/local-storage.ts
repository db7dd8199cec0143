/**
 * Everything that this browser keeps of the course lies under names that begin like this. The version is part of it: a
 * later form of the course can tell old memory from its own.
 */
export const prefix = "offset-zero/1/";

/** The rest of every name that begins with `kind`, such as the ids of all exercises for "exercise/". */
export function keptNames(kind: string): string[] {
  const names: string[] = [];
  try {
    for (let index = 0; index < localStorage.length; index++) {
      const name = localStorage.key(index);
      if (name?.startsWith(prefix + kind)) names.push(name.slice(prefix.length + kind.length));
    }
  } catch {
    return [];
  }
  return names.sort();
}

/** The text kept under a name; null where there is none, or storage is switched off. */
export function textOf(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Keeps a text, or takes it away where it is null. False where the browser refuses. */
export function storeText(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, text);
    return true;
  } catch {
    return false;
  }
}
