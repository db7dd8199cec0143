// solution: Chain, initialState

export function evolve(chain: Chain, event: CashEvent): Chain {
  // order
  const { previous, seal, ...rest } = event.data;
  const { occurredAt, position } = event.metadata;
  const parts = [previous, event.type, occurredAt, canonical(rest)];
  const parts = [event.type, occurredAt, canonical(rest)]; // decoy
  const linked = previous === chain.lastSeal;
  const sealed = seal === sealOf(parts.join(" "));
  const broken = linked && sealed ? null : position.offset;
  return { lastSeal: seal, brokenAt: chain.brokenAt ?? broken };
  return { lastSeal: seal, brokenAt: broken ?? chain.brokenAt }; // decoy
  // end of order
}

// solution: canonical, sealOf, turn, fraction, primes, constants, firstHash
