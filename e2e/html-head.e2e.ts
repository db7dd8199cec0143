import { expect, inject, test } from "vitest";
import { language } from "../language/english/language.ts";
import { builtPages } from "./crawl-built-site.ts";
import { siteAddress, subPath } from "./e2e-environment.ts";

const pages = await builtPages();

/** The built page's `<html>` tag and head. */
async function headOf(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  return html.slice(0, html.indexOf("</head>"));
}

/** The `value` attribute of every tag whose `key` attribute is `name`. */
const valuesOf = (head: string, key: string, name: string, value: string) =>
  [...head.matchAll(/<(?:meta|link)\s[^>]*>/g)]
    .map(([tag]) => new Map([...tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])))
    .filter((attributes) => attributes.get(key) === name)
    .map((attributes) => attributes.get(value));

test.each(pages)("the head of %s says language, title, description and icon, each once", async (path) => {
  const head = await headOf(inject("staticUrl") + path);
  expect(head).toContain(`<html lang="${language.code}" dir="${language.direction}">`);
  expect(head.indexOf('<meta charset="utf-8">')).toBeLessThan(head.indexOf("<title>"));
  const titles = [...head.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);
  expect(titles).toEqual([expect.stringMatching(/^.+ \| Offset Zero$/)]);
  const name = titles[0]?.replace(/ \| Offset Zero$/, "");
  expect(valuesOf(head, "property", "og:title", "content")).toEqual([name]);
  const descriptions = valuesOf(head, "name", "description", "content");
  expect(descriptions).toEqual([expect.stringMatching(/.{20}/)]);
  expect(valuesOf(head, "property", "og:description", "content")).toEqual(descriptions);
  expect(valuesOf(head, "property", "og:site_name", "content")).toEqual(["Offset Zero"]);
  expect(valuesOf(head, "property", "og:locale", "content")).toEqual([language.code]);
  expect(valuesOf(head, "name", "twitter:card", "content")).toEqual(["summary_large_image"]);
  expect(valuesOf(head, "name", "viewport", "content")).toEqual([
    "width=device-width, initial-scale=1, interactive-widget=resizes-content",
  ]);
  expect(valuesOf(head, "rel", "shortcut icon", "href")).toEqual([`${subPath}/favicon.svg`]);
});

test.each(pages)("the theme of %s is set before a style is asked for", async (path) => {
  const head = await headOf(inject("staticUrl") + path);
  const script = head.indexOf(`<script src="${subPath}/theme.js"></script>`);
  expect(script).toBeGreaterThan(0);
  expect(script).toBeLessThan(head.indexOf('rel="stylesheet"'));
});

test("built with SITE_URL, every page says its public address, and the sitemap lists it", async () => {
  const base = inject("staticUrl");
  const index = await (await fetch(`${base}/sitemap-index.xml`)).text();
  expect(index).toContain(`<loc>${siteAddress}${subPath}/sitemap-0.xml</loc>`);
  const sitemap = await (await fetch(`${base}/sitemap-0.xml`)).text();
  for (const path of pages) {
    const head = await headOf(base + path);
    const own = siteAddress + subPath + path.replace(/\.html$/, "/");
    expect(valuesOf(head, "rel", "canonical", "href"), path).toEqual([own]);
    expect(valuesOf(head, "property", "og:url", "content"), path).toEqual([own]);
    expect(valuesOf(head, "rel", "sitemap", "href"), path).toEqual([`${subPath}/sitemap-index.xml`]);
    expect(sitemap.includes(`<loc>${own}</loc>`), path).toBe(path !== "/404.html");
  }
});

test("built without SITE_URL, no page names an address or a sitemap", async () => {
  for (const path of pages) {
    const head = await headOf(inject("url") + path);
    expect(valuesOf(head, "rel", "canonical", "href"), path).toEqual([]);
    expect(valuesOf(head, "property", "og:url", "content"), path).toEqual([]);
    expect(valuesOf(head, "rel", "sitemap", "href"), path).toEqual([]);
  }
});
