import { addDays, addMonths, type CityDay, endOfFiscalYear, endOfMonth, fiscalYear } from "@/lib/shared/city-time";

/** A programme's expiry as its row has it; the database keeps it complete for its kind. */
export type ExpiryRule = { expiryKind: string; expiryCount: number | null; expiryOn: CityDay | null };

/**
 * The last day, in Asia/Tokyo, on which points granted on a day can be spent (product rule 3):
 * the end of the grant's fiscal year or of the one after it, N days later, the end of the month N months later, or a fixed day.
 */
export function decideExpiry({ expiryKind, expiryCount, expiryOn }: ExpiryRule, grantedOn: CityDay): CityDay {
  const year = fiscalYear(grantedOn);
  if (expiryKind === "next_fiscal_year_end") return endOfFiscalYear(year + 1);
  if (expiryKind === "fiscal_year_end") return endOfFiscalYear(year);
  if (expiryKind === "days" && expiryCount) return addDays(grantedOn, expiryCount);
  if (expiryKind === "months" && expiryCount) return endOfMonth(addMonths(grantedOn, expiryCount));
  if (expiryKind === "fixed" && expiryOn) return expiryOn;
  throw new Error(`an expiry rule of kind "${expiryKind}" is incomplete`);
}
