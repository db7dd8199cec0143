/** Scrolls `box`, and nothing around it, to the first of the elements that match, unless one of them can be seen. */
export function scrollIntoBox(box: HTMLElement, selector: string, matchesIn: HTMLElement = box): void {
  const { top, bottom } = box.getBoundingClientRect();
  const places = [...matchesIn.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
  const [first] = places;
  if (!first || places.some((place) => place.top >= top && place.bottom <= bottom)) return;
  box.scrollTop += first.top - top - box.clientHeight / 3;
}
