/** Points of each activity, and of each payment. */
export const EARNED = 100;
export const SPENT = 30;
