// Keeps all moves in a list, and sums them up twice after each record.
type Move = { sku: string; qty: number };
type State = { moves: Move[]; lines: Record<string, number>; takenOut: Record<string, number> };

export const initialState = (): State => ({ moves: [], lines: {}, takenOut: {} });

export function evolve(state: State, event: CartEvent): State {
  if (event.type !== "ItemAdded" && event.type !== "ItemRemoved") return state;
  const { sku, qty } = event.data;
  const moves = [...state.moves, { sku, qty: event.type === "ItemAdded" ? qty : -qty }];
  const removals = moves.filter((move) => move.qty < 0).map((move) => ({ ...move, qty: -move.qty }));
  return { moves, lines: sums(moves), takenOut: sums(removals) };
}

function sums(moves: Move[]): Record<string, number> {
  const total = (sku: string) => moves.reduce((sum, move) => sum + (move.sku === sku ? move.qty : 0), 0);
  const counts = moves.map(({ sku }) => [sku, total(sku)] as const);
  return Object.fromEntries(counts.filter(([, qty]) => qty !== 0));
}
