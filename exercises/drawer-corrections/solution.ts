type Drawer = { balance: number; paid: Record<string, number> };

export function initialState(): Drawer {
  return { balance: 0, paid: {} };
}

export function evolve(drawer: Drawer, event: TillEvent): Drawer {
  switch (event.type) {
    case "ShiftOpened":
      return { ...drawer, balance: event.data.cents };
    case "SaleRung": {
      const { cents } = event.data;
      return {
        balance: drawer.balance + cents,
        paid: { ...drawer.paid, [event.metadata.id]: cents },
      };
    }
    case "SaleVoided":
      // What is left of the sale: nothing, if it was voided before.
      return payBack(drawer, event.data.saleId, drawer.paid[event.data.saleId] ?? 0);
    case "SaleRefunded":
      return payBack(drawer, event.data.saleId, event.data.cents);
    default:
      return drawer;
  }
}

function payBack(drawer: Drawer, saleId: string, cents: number): Drawer {
  const left = (drawer.paid[saleId] ?? 0) - cents;
  return { balance: drawer.balance - cents, paid: { ...drawer.paid, [saleId]: left } };
}
