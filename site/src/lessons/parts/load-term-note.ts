// The note of a word is loaded when the first word is pointed at.
const loadNote = () => import("./term-note.ts");

for (const word of document.querySelectorAll<HTMLElement>(".term")) {
  const show = async () => {
    const { showTerm } = await loadNote();
    if (word.matches(":hover, :focus")) showTerm(word);
  };
  const hide = async () => (await loadNote()).hideTermSoon();
  for (const type of ["mouseenter", "focus", "click"]) word.addEventListener(type, show);
  for (const type of ["mouseleave", "blur"]) word.addEventListener(type, hide);
}
