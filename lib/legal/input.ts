/** 利用規約 and プライバシーポリシー. */
export const legalKinds = ["terms", "privacy"] as const;
export type LegalKind = (typeof legalKinds)[number];

/** The version of each text that somebody had before them, or agrees to. */
export type LegalVersions = Record<LegalKind, number>;
