/** Who asks for a slot, as far as turns go: see `Ticket` of the queue. */
interface Asker {
  account: string;
  address: string;
}

/**
 * Whose turn it is: the address that was served longest ago, and of its accounts the one that was served longest ago. So
 * one run waits for at most one of a hundred runs from another address, or from another account of its own address.
 */
export class FairTurns {
  readonly #most: number;
  #count = 0;
  /** The turn in which each address and each account was served last, the newest at the end. */
  readonly #served = new Map<string, number>();

  /** Remembers this many addresses and accounts. */
  constructor(most: number) {
    this.#most = most;
  }

  serve({ address, account }: Asker): void {
    this.#count++;
    this.#note(`address ${address}`);
    this.#note(`account ${account}`);
  }

  /** Who is served next. `waiting` is in the order of arrival; undefined if nobody waits. */
  first<Waiting extends { ticket: Asker }>(waiting: Waiting[]): Waiting | undefined {
    let first: Waiting | undefined;
    for (const each of waiting) {
      if (first === undefined || this.#isBefore(each.ticket, first.ticket)) first = each;
    }
    return first;
  }

  /** Those who wait, in the order in which they are served if nobody else comes. */
  order<Waiting extends { ticket: Asker }>(waiting: Waiting[]): Waiting[] {
    const later = new FairTurns(this.#most);
    later.#count = this.#count;
    for (const [name, turn] of this.#served) later.#served.set(name, turn);
    const left = new Set(waiting);
    const ordered: Waiting[] = [];
    for (let next = later.first([...left]); next !== undefined; next = later.first([...left])) {
      left.delete(next);
      ordered.push(next);
      later.serve(next.ticket);
    }
    return ordered;
  }

  #isBefore(a: Asker, b: Asker): boolean {
    const [addressOfA, addressOfB] = [this.#last(`address ${a.address}`), this.#last(`address ${b.address}`)];
    if (addressOfA !== addressOfB) return addressOfA < addressOfB;
    return this.#last(`account ${a.account}`) < this.#last(`account ${b.account}`);
  }

  #last(name: string): number {
    return this.#served.get(name) ?? 0;
  }

  #note(name: string): void {
    this.#served.delete(name);
    this.#served.set(name, this.#count);
    const [oldest] = this.#served.keys();
    if (this.#served.size > this.#most && oldest !== undefined) this.#served.delete(oldest);
  }
}

/** Those who will be served before a newcomer. */
export function waitersBefore({ address, account }: Asker, waiting: Asker[]): Asker[] {
  const own = waiting.filter((other) => other.account === account);
  const neighbours = waiting.filter((other) => other.account !== account && other.address === address);
  const before = [...own, ...firstOfEach(neighbours, (other) => other.account, own.length + 1)];
  const others = waiting.filter((other) => other.account !== account && other.address !== address);
  return [...before, ...firstOfEach(others, (other) => other.address, before.length + 1)];
}

/** Who gives up a place in a queue that is full: of the address with the most, of its account with the most, the newest. */
export function mostCrowding<Waiting extends { ticket: Asker }>(waiting: Waiting[]): Waiting | undefined {
  const ofAddress = largestGroup(waiting, ({ ticket }) => ticket.address);
  return largestGroup(ofAddress, ({ ticket }) => ticket.account).at(-1);
}

/** The largest group of equal names; of two that are as large, the one that grew to it last. */
function largestGroup<Item>(items: Item[], nameOf: (item: Item) => string): Item[] {
  const groups = [...Map.groupBy(items, nameOf).values()];
  return groups.reduce((largest, group) => (group.length >= largest.length ? group : largest), []);
}

function firstOfEach(askers: Asker[], nameOf: (asker: Asker) => string, most: number): Asker[] {
  const counts = new Map<string, number>();
  return askers.filter((asker) => {
    const count = (counts.get(nameOf(asker)) ?? 0) + 1;
    counts.set(nameOf(asker), count);
    return count <= most;
  });
}
