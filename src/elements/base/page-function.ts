type PageFunction = (...values: never[]) => unknown;

/** Stands for a function of the page's: calls the newest one that was given in its place. */
interface Relay {
  newest: PageFunction;
  readonly call: PageFunction;
}

/** By every function that a relay has stood for: elements that are given the same function share what is made with it. */
const relays = new WeakMap<PageFunction, Relay>();

function relayOf(given: PageFunction): Relay {
  const known = relays.get(given);
  if (known) return known;
  const relay: Relay = { newest: given, call: (...values) => relay.newest(...values) };
  relays.set(given, relay).set(relay.call, relay);
  return relay;
}

/** The one function that stands for `given` and whatever took its place since. */
export function relayed<Given extends PageFunction>(given: Given | undefined): Given | undefined {
  return given && (relayOf(given).call as Given);
}

/** The functions that one element's properties hold, each as the same function for all of the element's life. */
export class PageFunctions {
  private readonly known = new Map<string, Relay>();

  /**
   * The function in the property `name`. Parents write `() => …` anew in each rendering: that changes what is called, and not where
   * the element has its bookings from.
   */
  steady<Given extends PageFunction>(name: string, given: Given | undefined): Given | undefined {
    if (!given) return undefined;
    const relay = this.known.get(name) ?? relayOf(given);
    // An element that hands its own on to one inside it hands on what stands for it.
    if (given !== relay.call) relay.newest = given;
    this.known.set(name, relay);
    relays.set(given, relay);
    return relay.call as Given;
  }
}
