/** A phone number as a telephone dials it: `02 41 00 00 00` gives `0241000000`. */
export const dialled = (phone: string): string => phone.replace(/[^\d+]/g, "");

/** A phone number that never breaks at the end of a line. */
export const unbroken = (phone: string): string => phone.replaceAll(" ", "\u00a0");
