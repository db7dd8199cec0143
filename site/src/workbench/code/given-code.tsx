import { codeWords } from "../../../../language/english/code.ts";

/** The code that folds the log where states are to be predicted: to be read, and not changed. */
export function GivenCode({ html }: { html: string }) {
  return (
    <>
      <p className="wb-soft">{codeWords.given}</p>
      <div className="wb-editor">
        <section
          className="wb-still"
          aria-label={codeWords.givenName}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes focus, and it has to scroll by key
          tabIndex={0}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: highlighted when the site was built, from our own files
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </div>
    </>
  );
}
