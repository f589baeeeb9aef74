/**
 * Lets the process go on when the reader of its log ends (`EPIPE`): lines are lost from then on, calls are still answered.
 * Without a listener Node throws the stream's error, which ends the process.
 */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
