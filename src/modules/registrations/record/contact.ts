import { dialled, spoken } from "../../../ui/index.ts";
import { plainWords } from "../../associations/index.ts";

/** A way to be reached: an address, a number, or both. */
export type Contact = { email: string | null; phone: string | null };

/** A number as it is kept, whatever way it was typed: `+33 6 12…` and `06.12…` are the same. */
export const phoneKept = (typed: string): string => dialled(spoken(typed));

/** By whom somebody is reached, for the same person not to come twice. */
export const contactKey = ({ email, phone }: Contact): string => email ?? phone ?? "";

/** A name without its accents nor its capitals. */
export const nameKey = (name: string): string => plainWords(name).join(" ") || name.toLowerCase();
