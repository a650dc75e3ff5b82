import { staff, type Who } from "../../../platform/http/person.ts";

/** Those who choose what the directory shows beside the commune's own associations. */
export const exchangeStaff: Who = staff("communication", "referent");
