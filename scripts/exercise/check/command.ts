import { readExercise } from "../../../exercises/shelf.ts";
import { chosenPack, chosenSlugs } from "../choose.ts";

/** `npm run exercise -- check [slug …]`. */
export async function run(args: string[]): Promise<number> {
  const pack = await chosenPack();
  let code = 0;
  for (const slug of chosenSlugs(pack, args)) {
    try {
      await readExercise(pack, slug);
    } catch (error) {
      console.log((error as Error).message);
      code = 1;
    }
  }
  return code;
}
