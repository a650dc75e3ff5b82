import { notFound } from "../../../platform/http/answer.ts";
import { requirePerson, type Ask } from "../../../platform/http/ask.ts";
import { associationMember, type Who } from "../../../platform/http/person.ts";
import { keeperAtDesk, keeperInSpace, type Keeper } from "../members/keeper.ts";
import { mayDo } from "../members/rules.ts";
import type { Origin } from "../record/write.ts";
import { recordWriters } from "../rights.ts";
import { urls } from "../urls.ts";

/** Someone who keeps the page of an association, for the association itself. */
async function writerInSpace(ask: Ask): Promise<Keeper> {
  const keeper = await keeperInSpace(ask);
  const { id } = keeper.association;
  const member = requirePerson(ask).associations.find((one) => one.id === id);
  return mayDo(member, "listing") ? keeper : notFound();
}

/** The two doors to the texts of an association. */
export const doors: readonly {
  base: (id: string) => string;
  who: Who;
  find: (ask: Ask) => Promise<Keeper>;
}[] = [
  { base: urls.spaceTexts, who: associationMember, find: writerInSpace },
  { base: urls.texts, who: recordWriters, find: keeperAtDesk },
];

/** Address of the texts, on the side one comes from. */
export const baseOfTexts = ({ side, association }: Keeper): string =>
  (side === "space" ? urls.spaceTexts : urls.texts)(association.id);

/** The origin of what is written there. */
export const originOfTexts = ({ side, personId }: Keeper, ask: Ask): Origin => ({
  source: side === "space" ? "association" : "hand",
  at: ask.now,
  actor: { kind: "person", id: personId },
});
