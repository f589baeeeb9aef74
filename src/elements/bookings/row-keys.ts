/** The row that a key leads to from the row at `index` of `count`; undefined for other keys. */
function rowAfter(key: string, index: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? undefined : Math.min(count - 1, Math.max(0, next));
}

/** Arrow up and down move from row to row, Home and End to the first and last: to the same button there, else to the row. */
export function onRowKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (target.matches('input:not([type="checkbox"]), select, textarea, cb-add-to-calendar')) return;
  const row = target.closest('article');
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll('article[data-booking]')];
  if (!row) return;
  const next = rowAfter(event.key, rows.indexOf(row), rows.length);
  const there = next === undefined ? undefined : rows[next];
  if (!there) return;
  event.preventDefault();
  const { act } = target.dataset;
  const same = act ? there.querySelector<HTMLElement>(`[data-act="${act}"]`) : null;
  (same ?? there.querySelector<HTMLElement>('h5'))?.focus();
}
