import type { ReactNode } from "react";

/** Holds what may be wider than the page; it scrolls by touch and by keyboard. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <section className="lab-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
