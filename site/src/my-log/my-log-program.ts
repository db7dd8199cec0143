import { codeToHtml } from "shiki";
import { createCssVariablesTheme } from "shiki/core";
import { shortHighlight } from "../exercise-pages/short-highlight.ts";
import typesText from "./events.d.ts?raw";
import starter from "./starter.ts?raw";

/** The reducer that the page opens with and the shapes of the events, as text and highlighted. */
export interface MyLogProgram {
  starter: string;
  starterHtml: string;
  typesText: string;
  typesHtml: string;
}

const theme = createCssVariablesTheme({ variablePrefix: "--astro-code-" });
const highlighted = async (code: string) =>
  shortHighlight(await codeToHtml(code.trimEnd(), { lang: "typescript", theme }));

/** Made while the site is built. */
export async function readMyLogProgram(): Promise<MyLogProgram> {
  const [starterHtml, typesHtml] = await Promise.all([highlighted(starter), highlighted(typesText)]);
  return { starter, starterHtml, typesText, typesHtml };
}
