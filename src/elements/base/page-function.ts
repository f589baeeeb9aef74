type PageFunction = (...values: never[]) => unknown;

/** A stable function that calls the newest function that the page gave. */
interface Relay {
  newest: PageFunction;
  readonly call: PageFunction;
}

/** Relays by each function given: elements with the same function share a relay, and with it the client. */
const relays = new WeakMap<PageFunction, Relay>();

function relayOf(given: PageFunction): Relay {
  const known = relays.get(given);
  if (known) return known;
  const relay: Relay = { newest: given, call: (...values) => relay.newest(...values) };
  relays.set(given, relay).set(relay.call, relay);
  return relay;
}

/** The stable function for `given` and its later replacements. */
export function relayed<Given extends PageFunction>(given: Given | undefined): Given | undefined {
  return given && (relayOf(given).call as Given);
}

/** The function properties of one element, each as one stable function for the element's whole life. */
export class PageFunctions {
  private readonly known = new Map<string, Relay>();

  /**
   * The stable function for the property `name`. Parents pass a new `() => …` at each rendering: that changes the function called, but
   * must not begin a new booking.
   */
  steady<Given extends PageFunction>(name: string, given: Given | undefined): Given | undefined {
    if (!given) return undefined;
    const relay = this.known.get(name) ?? relayOf(given);
    // A parent passes its own stable function to an element inside it.
    if (given !== relay.call) relay.newest = given;
    this.known.set(name, relay);
    relays.set(given, relay);
    return relay.call as Given;
  }
}
