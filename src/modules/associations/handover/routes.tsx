import { dayOf } from "../../../platform/clock.ts";
import { notFound, page, redirect, type Answer } from "../../../platform/http/answer.ts";
import { get, post, type Ask, type Route } from "../../../platform/http/ask.ts";
import { formState, type Problem } from "../../../platform/http/form.ts";
import { publish } from "../../communes/index.ts";
import { doors, requireAll, type Keeper } from "../members/keeper.ts";
import { sendAccessLink, tellOwners } from "../members/letters.ts";
import { membersOf } from "../members/queries.ts";
import { situationOf } from "../record/queries.ts";
import { urls } from "../urls.ts";
import { handoverCheckPage } from "./check-page.tsx";
import { handoverPage } from "./form-page.tsx";
import { handoversOf, makeHandover } from "./queries.ts";
import { readHandover } from "./reading.ts";
import { contactsAfter } from "./rules.ts";
import { undoHandover } from "./undoing.ts";

async function known(ask: Ask, { association }: Keeper) {
  const situation = (await situationOf(ask.tx, association.id)) ?? notFound();
  const members = await membersOf(ask.tx, association.id);
  return { members, contacts: situation.contacts, today: dayOf(ask.now) };
}

async function show(
  ask: Ask,
  keeper: Keeper,
  wrong?: { problems?: readonly Problem[]; refused?: string },
): Promise<Answer> {
  const { members, contacts } = await known(ask, keeper);
  const body = handoverPage(ask.view, {
    keeper,
    members,
    contacts,
    past: await handoversOf(ask.tx, keeper.association.id),
    form: formState(ask.form, wrong?.problems),
    now: ask.now,
    refused: wrong?.refused,
  });
  return page(body, wrong ? 422 : 200);
}

async function check(ask: Ask, keeper: Keeper): Promise<Answer> {
  const { members, contacts, today } = await known(ask, keeper);
  const read = readHandover(ask.t, ask.form, { members, contacts, today });
  if ("problems" in read) return show(ask, keeper, read);
  const asked = read.value;
  const after = contactsAfter(asked, contacts);
  const seen = { keeper, asked, members, contacts: after, typed: ask.form };
  return page(handoverCheckPage(ask.view, seen));
}

async function carryOut(ask: Ask, keeper: Keeper): Promise<Answer> {
  const { members, contacts, today } = await known(ask, keeper);
  const read = readHandover(ask.t, ask.form, { members, contacts, today });
  if ("problems" in read) return show(ask, keeper, read);
  const { association, personId } = keeper;
  const by = keeper.side === "desk" ? "agent" : "association";
  const made = { associationId: association.id, personId, by, at: ask.now, today } as const;
  const letters = await makeHandover(ask.tx, made, read.value);
  for (const { invited, token } of letters)
    await sendAccessLink(ask, invited, association.name, token);
  return done(ask, keeper, "handed_over", "space.handed_over");
}

/** Tells the others, publishes, and leads back: to the space when the person who did it left with it. */
async function done(
  ask: Ask,
  keeper: Keeper,
  told: "handed_over" | "undone",
  notice: string,
): Promise<Answer> {
  const t = ask.house.words("fr");
  const { association, personId } = keeper;
  const sentence = t(`claiming:letter.people.${told}`, { name: association.name });
  await tellOwners(ask, association, sentence, [personId]);
  const members = await membersOf(ask.tx, association.id);
  await publish(ask.tx);
  const inside = keeper.side === "desk" || members.some(({ id }) => id === personId);
  return redirect(ask.view.href(inside ? keeper.handover : "/espace"), notice);
}

async function undo(ask: Ask, keeper: Keeper): Promise<Answer> {
  const { association, personId } = keeper;
  const past = await handoversOf(ask.tx, association.id);
  // The last one only: what came after would no longer hold.
  const one = past.slice(0, 1).find(({ id }) => id === ask.params["handover"]) ?? notFound();
  const undoing = { associationId: association.id, personId, at: ask.now };
  const outcome = await undoHandover(ask.tx, one, undoing);
  if ("refused" in outcome)
    return show(ask, keeper, { refused: ask.t(`space:refusal.${outcome.refused}`) });
  const notice = outcome.done === "all" ? "space.undone" : "space.undone_but_contacts";
  return done(ask, keeper, "undone", notice);
}

/** The handover of the board, from the space and from the desk. */
export const handoverRoutes: Route[] = doors.flatMap(({ handover, who, find }) => {
  const keeper = async (ask: Ask) => requireAll(await find(ask));
  return [
    get(handover, who, async (ask) => show(ask, await keeper(ask))),
    // Coming back from the check with what was typed.
    post(handover, who, async (ask) => show(ask, await keeper(ask))),
    post(urls.handoverCheck(handover), who, async (ask) => check(ask, await keeper(ask))),
    post(urls.handoverDone(handover), who, async (ask) => carryOut(ask, await keeper(ask))),
    post(urls.handoverUndo(handover, ":handover"), who, async (ask) =>
      undo(ask, await keeper(ask)),
    ),
  ];
});
