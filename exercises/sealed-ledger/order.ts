// solution: Chain, initialState

export function evolve(chain: Chain, event: CashEvent): Chain {
  // order
  const { previous, seal, ...rest } = event.data;
  const text = [previous, event.type, event.metadata.occurredAt, canonical(rest)].join(" ");
  const text = [event.type, event.metadata.occurredAt, canonical(rest)].join(" "); // decoy
  const linked = previous === chain.lastSeal;
  const sealed = seal === sealOf(text);
  const broken = linked && sealed ? null : event.metadata.position.offset;
  return { lastSeal: seal, brokenAt: chain.brokenAt ?? broken };
  return { lastSeal: seal, brokenAt: broken ?? chain.brokenAt }; // decoy
  // end of order
}

// solution: canonical, sealOf, turn, fraction, primes, constants, firstHash
