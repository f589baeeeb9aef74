/** Minutes that hours snap to in the week's grid, and that arrow keys step in its time fields, until the coach chooses otherwise. */
export const STEP_MINUTES = 30;

/** The steps a coach can choose. */
export const STEPS = [5, 10, 15, 30, 60] as const;
