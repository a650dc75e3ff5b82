/** A phone number as a telephone dials it: `02 41 00 00 00` gives `0241000000`. */
export const dialled = (phone: string): string => phone.replace(/[^\d+]/g, "");

/** A phone number as one reads it, never broken at the end of a line: `+33241000000` gives `02 41 00 00 00`. */
export function shownPhone(phone: string): string {
  const national = dialled(phone).replace(/^(\+33|0033)(?=\d{9}$)/, "0");
  const pairs = /^0\d{9}$/.test(national) ? (national.match(/../g) ?? []).join(" ") : phone;
  return pairs.replaceAll(" ", "\u00a0");
}
