/** Points of each activity, and of each payment. */
export const EARNED = 100;
export const SPENT = 30;
/** What the people at the counter answer when they are asked for their birth date. */
export const BORN = "昭和23年3月5日";
