/** A phone number as a telephone dials it: `02 41 00 00 00` gives `0241000000`. */
export const dialled = (phone: string): string => phone.replace(/[^\d+]/g, "");

/** A phone number as it is read aloud: `+33261910049` and `0261910049` give `02 61 91 00 49`; others are kept as typed. */
export function spoken(phone: string): string {
  const national = /^(?:\+33|0033|0)(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(dialled(phone));
  return national ? `0${national.slice(1).join(" ")}` : phone;
}

/** The same, never broken at the end of a line. */
export const shownPhone = (phone: string): string => spoken(phone).replaceAll(" ", "\u00a0");
