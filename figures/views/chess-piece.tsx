/** A piece on a square of 45 by 45, drawn for this course. An unknown letter is shown as it is. */
export function ChessPiece({ piece, x, y }: { piece: string; x: number; y: number }) {
  const shape = shapes[piece.toUpperCase()];
  const colour = piece === piece.toUpperCase() ? "white" : "black";
  if (shape === undefined) {
    return (
      <text className="board-odd" x={x + 22.5} y={y + 30} textAnchor="middle">
        {piece.slice(0, 2)}
      </text>
    );
  }
  return (
    <g className={`board-piece ${colour}`} transform={`translate(${x} ${y})`}>
      {shape}
    </g>
  );
}

const foot = <rect x="11" y="36" width="23" height="4.5" rx="1.8" />;
const collar = <rect x="14.5" y="32" width="16" height="3.4" rx="1.5" />;

const shapes: Record<string, React.ReactNode> = {
  P: (
    <>
      <path d="M16.5 36 C16.5 29 20 26 20.4 20.5 h4.2 C25 26 28.5 29 28.5 36 Z" />
      <circle cx="22.5" cy="15" r="5.6" />
      {foot}
    </>
  ),
  R: (
    <>
      <path d="M12.5 9.5 h4.6 v3.6 h3.4 V9.5 h4 v3.6 h3.4 V9.5 h4.6 v8.2 l-3.7 3.4 V31 l2.8 5 H13.4 l2.8 -5 V21.1 l-3.7 -3.4 Z" />
      <path className="board-detail" d="M16.8 21.3 h11.4 M16.8 31 h11.4" />
      {foot}
    </>
  ),
  N: (
    <>
      <path d="M14.3 36 C14.3 29 20.6 26.6 21 20.6 C18.4 21.2 16.6 24.4 13.6 24.6 C11.2 24.7 9.8 22.4 10.8 20.4 C12.4 17.2 14.6 13.4 16.6 11.6 L16.2 6.8 L20.6 9.8 C29.2 10 34.4 18.4 32 36 Z" />
      <circle className="board-eye" cx="18.6" cy="15" r="1.3" />
      <path className="board-detail" d="M24.6 13.4 C28.6 16.6 30 23 28.8 31.4" />
      {foot}
    </>
  ),
  B: (
    <>
      <circle cx="22.5" cy="7.6" r="2.7" />
      <path d="M22.5 10.4 C30.4 15.4 31 22.4 26.8 27 L28.4 32.4 H16.6 L18.2 27 C14 22.4 14.6 15.4 22.5 10.4 Z" />
      <path className="board-detail" d="M22.5 15.6 v7.6 M19.2 19 h6.6" />
      {collar}
      {foot}
    </>
  ),
  Q: (
    <>
      <path d="M9.8 14.6 L15.8 24.6 L17.4 11.6 L22.5 23.4 L27.6 11.6 L29.2 24.6 L35.2 14.6 L31.6 32.4 H13.4 Z" />
      <circle cx="9.6" cy="12.6" r="2.2" />
      <circle cx="17.3" cy="9.4" r="2.2" />
      <circle cx="27.7" cy="9.4" r="2.2" />
      <circle cx="35.4" cy="12.6" r="2.2" />
      {collar}
      {foot}
    </>
  ),
  K: (
    <>
      <path className="board-cross" d="M22.5 3.8 V13 M18.6 7.2 h7.8" />
      <path d="M22.5 14.4 C20 11.6 11.6 12.6 11 19.2 C10.6 24.4 15.2 26.6 15.6 32.4 H29.4 C29.8 26.6 34.4 24.4 34 19.2 C33.4 12.6 25 11.6 22.5 14.4 Z" />
      <path className="board-detail" d="M22.5 16.4 V28" />
      {collar}
      {foot}
    </>
  ),
};
