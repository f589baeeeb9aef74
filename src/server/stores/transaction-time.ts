/** A transaction blocks other writers: after this time it is rolled back. */
const TRANSACTION_MS = 10_000;

/**
 * Waits for the work of a transaction, and rejects after `TRANSACTION_MS`. The usual cause is a call of the store itself inside the
 * transaction: it waits for the transaction, and the transaction waits for it.
 */
export async function withinTransactionTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `A transaction was not over after ${TRANSACTION_MS / 1000} s and was rolled back. Inside a transaction use ` +
              'the records it hands out, never the store itself, and wait for nothing else.',
          ),
        ),
      TRANSACTION_MS,
    );
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
