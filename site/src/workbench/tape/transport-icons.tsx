const shapes = {
  start: "M3 2h2v12H3zM13 2v12L5.5 8z",
  back: "M12 2v12L3.5 8z",
  on: "M4 2v12l8.5-6z",
  end: "M11 2h2v12h-2zM3 2v12l7.5-6z",
} as const;

/** The transport's signs, drawn: the page's fonts do not have them. */
export function TransportIcon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
