import { staff, type Person, type Role, type Who } from "../../platform/http/person.ts";

const writers: readonly Role[] = ["referent", "communication", "front_desk"];
const bulkWriters: readonly Role[] = ["referent", "communication"];

/** Those who write records one by one and answer residents. */
export const recordWriters: Who = staff(...writers);
/** Those who change many records at once. */
export const bulkMakers: Who = staff(...bulkWriters);
/** Those who look at suspected duplicates. */
export const duplicateJudges: Who = staff("referent");

export const mayWrite = (person: Person | undefined): boolean => recordWriters.allows(person);
/** Those who lend equipment read the conventions signed on paper. */
export const lendersRead: Who = staff("equipment_manager");
/** Contacts hold personal values: elected officials and equipment managers read the record without them. */
export const mayReadContacts = mayWrite;
export const mayWriteMany = (person: Person | undefined): boolean => bulkMakers.allows(person);
