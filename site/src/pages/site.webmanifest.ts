import { frame } from "../../../language/english/frame.ts";
import { language } from "../../../language/english/language.ts";
import { pathTo } from "../frame/path-to.ts";

const icon = (name: string, size: number, purpose: string) => ({
  src: pathTo(`/icons/${name}.png`),
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What a browser needs to install the site as an application. Its colours are those of `look/tokens.css` by day. */
export function GET(): Response {
  const manifest = {
    name: "Offset Zero",
    short_name: "Offset Zero",
    description: frame.line,
    lang: language.code,
    id: pathTo("/"),
    start_url: pathTo("/"),
    scope: pathTo("/"),
    display: "standalone",
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    icons: [
      icon("icon-192", 192, "any"),
      icon("icon-512", 512, "any"),
      icon("maskable-512", 512, "maskable"),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json" } });
}
