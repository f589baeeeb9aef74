import { transitionTable } from '../../src/core/flow/transition-table.ts';

/** The flow as a Mermaid state diagram. */
export function flowDiagram(): string {
  const events = new Map<string, string[]>();
  for (const { from, event, to } of transitionTable) {
    const arrow = `${from} --> ${to}`;
    events.set(arrow, [...(events.get(arrow) ?? []), event]);
  }
  const arrows = [...events].map(([arrow, names]) => `    ${arrow}: ${names.join(', ')}`);
  return ['stateDiagram-v2', '    [*] --> choosing', ...arrows, '    booked --> [*]'].join('\n');
}
