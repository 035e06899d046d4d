/** The city's limits, in points: what is above them needs a second person (product §3.9). */
export type ApprovalLimits = { approval_correction_points: number; approval_code_points: number };

/** Whether a correction of this many points needs a second person. */
export const needsApprovalToCorrect = (points: number, limits: ApprovalLimits): boolean =>
  points > limits.approval_correction_points;

/** Whether the code of an activity that grants this many points at a time needs a second person, each time that one is issued. */
export const needsApprovalForCode = (points: number, limits: ApprovalLimits): boolean =>
  points > limits.approval_code_points;
