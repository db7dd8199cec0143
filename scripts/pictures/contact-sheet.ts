/** One page with all pictures, in the order given; a click on one shows it whole. `files` lie beside the page. */
export function contactSheet(files: string[]): string {
  const figures = files
    .map(
      (file) =>
        `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${file.replace(/\.png$/, "")}</figcaption></figure>`,
    )
    .join("\n");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pictures of Offset Zero</title>
<style>
  body { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem; margin: 1rem; font: 0.8rem system-ui; background: #888; }
  figure { margin: 0; }
  img { width: 100%; height: 14rem; object-fit: cover; object-position: top; }
</style>
${figures}
</html>
`;
}
