import { staff, type Person, type Who } from "../../platform/http/person.ts";

/** Those who keep the list of places true. */
export const placeWriters: Who = staff("referent", "communication", "front_desk");
export const mayWritePlaces = (person: Person | undefined): boolean => placeWriters.allows(person);
