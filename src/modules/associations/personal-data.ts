import { publish } from "../communes/index.ts";
import type { PersonalData } from "../people/index.ts";
import { forgetInClaims } from "./claiming/forgetting.ts";
import { forgetContacts } from "./contacts/forgetting.ts";
import { knownBy } from "./contacts/known-by.ts";
import { forgetInMerges } from "./doubles/forgetting.ts";
import { forgetInNeeds } from "./tools/forgetting.ts";
import { forgetInDesignations } from "./designations/forgetting.ts";
import { forgetInSupport } from "./support/forgetting.ts";
import { forgetInNotes } from "./notes/forgetting.ts";
import { forgetInMembers } from "./members/forgetting.ts";
import { forgetInProposals } from "./proposals/forgetting.ts";
import { forgetInReminders } from "./reminders/forgetting.ts";
import { forgetLetters } from "./letters/batches.ts";
import { forgetInRecords } from "./record/forgetting.ts";
import { unsearchedPapers } from "./documents/unsearched.ts";
import { tell } from "./telling.ts";

/** What the registry holds about people: contacts, senders, members, words of records, and what merges keep to be undone. */
export const associationPeople: PersonalData = {
  knownBy,
  tell,
  unsearched: unsearchedPapers,
  erase: async (tx, who, by) => {
    await forgetInReminders(tx, who);
    await forgetLetters(tx);
    const contacts = await forgetContacts(tx, who, by);
    const records = await forgetInRecords(tx, who);
    const texts =
      records +
      (await forgetInNotes(tx, who)) +
      (await forgetInSupport(tx, who)) +
      (await forgetInDesignations(tx, who)) +
      (await forgetInNeeds(tx, who));
    const proposals = await forgetInProposals(tx, who);
    const merges = await forgetInMerges(tx, who);
    const claims = await forgetInClaims(tx, who);
    const members = await forgetInMembers(tx, who);
    if (contacts + records + members) await publish(tx);
    return [
      { kind: "contacts", count: contacts },
      { kind: "texts", count: texts },
      { kind: "proposals", count: proposals + claims },
      { kind: "merges", count: merges },
      { kind: "memberships", count: members },
    ];
  },
};
