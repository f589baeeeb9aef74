/** What a worker that dies is told. */
export interface DeadlyOrders {
  /** A SQLite file, or `postgres://…`. */
  readonly place: string;
  /** Epoch ms, at which its clock stands. */
  readonly now: number;
  readonly smtpPort: number;
  readonly secret: string;
  readonly publicUrl: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly pages: { readonly booking: string; readonly coach: string };
  /** It is killed when it comes to this step for the n-th time. */
  readonly dies: {
    readonly step:
      | 'a mail is ready'
      | 'a mail was taken'
      | 'a mail is noted'
      | 'a later job was added'
      | 'a webhook was taken';
    readonly visit: number;
  };
}
