/** The port that posts to an endpoint. */
export interface WebhookSender {
  /**
   * Posts once, follows no redirect, and gives the status of the reply. Rejects when there is none, and with `WebhookAddressRefused`
   * where the address may not be called.
   */
  post(call: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<{ readonly status: number }>;
  /** The reason why an address can never be called; undefined where it may be. A name is looked up at each call. */
  fault(url: string): string | undefined;
}

/** Thrown for an address inside the server's own network. */
export class WebhookAddressRefused extends Error {
  override readonly name = 'WebhookAddressRefused';
}
