import { localeOf } from "../platform/i18n/index.ts";

// Making a formatter costs more than a hundred uses of it.
const amounts = new Map<string, Intl.NumberFormat>();

/** An amount as people write it: "12,50 €", "30 €". */
export function euros(lang: string, amount: number): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  const key = `${lang} ${minimumFractionDigits}`;
  const known =
    amounts.get(key) ??
    new Intl.NumberFormat(localeOf(lang), {
      style: "currency",
      currency: "EUR",
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits,
    });
  amounts.set(key, known);
  return known.format(amount);
}
