/** The default step in minutes: hours snap to it in the week's grid, and arrow keys change time fields by it. */
export const STEP_MINUTES = 30;

/** The steps a coach can choose. */
export const STEPS = [5, 10, 15, 30, 60] as const;
