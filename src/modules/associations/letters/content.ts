import qrcode from "qrcode";
import { addDays, dayOf } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { longDay } from "../../../ui/dates.ts";
import { newToken } from "../../people/index.ts";
import type { Section } from "../codes.ts";
import { saidLines } from "../confirming/said-lines.ts";
import { countedDays, toAsk, worthSaying } from "../confirming/rules.ts";
import { sectionStatesOf } from "../freshness/queries.ts";
import type { Situation } from "../record/fields.ts";
import { situationsOf } from "../record/queries.ts";
import { viewsOf } from "../confirming/queries.ts";
import { venueLinesOf } from "../situation/queries.ts";
import { urls } from "../urls.ts";
import { postalAddresses } from "./queries.ts";
import { addressLines, paperDays } from "./rules.ts";

/** A letter to print: what the page of an association says, and the link that confirms it. */
export type Letter = {
  associationId: string;
  name: string;
  person: string | undefined;
  address: string[];
  views: number;
  asked: Section[];
  says: { name: string; says: string }[];
  token: string;
};

/** What letters to some associations say today, in their order; one that left the directory meanwhile is left out. */
export async function lettersTo(
  tx: Tx,
  t: Translate,
  ids: readonly string[],
  at: Date,
): Promise<Letter[]> {
  const day = dayOf(at);
  const known = new Map((await situationsOf(tx, ids)).map((one) => [one.id, one]));
  const addresses = await postalAddresses(tx, ids);
  const views = await viewsOf(tx, ids, addDays(day, -countedDays));
  const states = await sectionStatesOf(tx, ids, day);
  const venues = await venueLinesOf(tx, ids);
  const letters: Letter[] = [];
  for (const id of ids) {
    const situation = known.get(id);
    const address = addresses.get(id);
    if (!situation || !address || situation.mergedInto || !situation.record.listed) continue;
    const asked = toAsk(states.get(id) ?? []);
    const read = { situation, venues: venues.get(id) ?? [] };
    const person = personOf(situation);
    letters.push({
      associationId: id,
      name: situation.record.name,
      person,
      address: addressLines(
        situation.record.name,
        person && t("letters:attention", { name: person }),
        address,
      ),
      views: views.get(id) ?? 0,
      asked,
      says: asked.map((section) => ({
        name: t(`associations:section.${section}`),
        says: saidLines(t, read, section).join(" ; ") || t("confirming:nothing"),
      })),
      token: newToken(),
    });
  }
  return letters;
}

const personOf = ({ contacts }: Situation): string | undefined =>
  contacts.toSorted((a, b) => a.position - b.position).find(({ name }) => name)?.name ?? undefined;

/** What every letter of a batch has in common. */
export type Letterhead = {
  t: Translate;
  at: Date;
  origin: string;
  colour: string;
  sender: { name: string; lines: string[] };
  town: string;
  phone: string | undefined;
};

/** The values `letter.typ` reads. */
export async function pagesOf(letters: readonly Letter[], head: Letterhead): Promise<object> {
  const { t, phone } = head;
  const day = dayOf(head.at);
  const called = phone ? { phone } : undefined;
  return {
    title: t("letters:document", { count: letters.length }),
    colour: head.colour,
    sender: head.sender,
    date: t("letters:date", { town: head.town, day: longDay("fr", day) }),
    words: {
      says: t("confirming:says"),
      how: t("letters:how"),
      code: t("letters:code"),
      until: t("letters:until", { day: longDay("fr", addDays(day, paperDays)) }),
    },
    signature: [head.sender.name],
    letters: await Promise.all(
      letters.map(async ({ name, person, address, views, says, token }) => ({
        address,
        title: t("confirming:title", { name }),
        opening: [
          person ? t("confirming:letter.greeting", { name: person }) : t("confirming:letter.hello"),
          ...(views >= worthSaying ? [t("confirming:letter.views", { count: views, name })] : []),
          t("letters:ask"),
        ],
        sections: says,
        steps: [t("letters:step.photograph"), t("letters:step.read"), t("letters:step.tap")],
        code: await qrcode.toString(head.origin + urls.confirm(token), { type: "svg", margin: 0 }),
        closing: [called ? t("letters:call", called) : t("letters:write")],
      })),
    ),
  };
}
