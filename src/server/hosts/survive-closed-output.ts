/**
 * Keeps the process running when the reader of its log ends (`EPIPE`): log lines are lost, calls are still answered.
 * Without a listener Node throws the stream's error, which ends the process.
 */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
