import type { Category } from "../codes.ts";
import type { ModelFields } from "../models/queries.ts";

/** A model of which only its name is known: the manager says the rest before it is shown. */
export const blankModel = (
  name: string,
  category: Category,
  purpose: string,
  valueCents: number | null,
): ModelFields => ({
  name,
  category,
  purpose,
  notice: null,
  valueCents,
  dayValueCents: null,
  holdsData: category === "computer" || category === "tablet" || category === "phone",
  checklist: [],
  pieces: [],
  decision: null,
  longestDays: null,
  leadOpenDays: null,
  bufferMinutes: null,
  onSiteOnly: false,
  ownerRules: null,
});
