import { csvFile } from "../../../platform/csv.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import { namesOf } from "../history/queries.ts";
import {
  actionWords,
  actorWords,
  fieldWords,
  peopleIn,
  toldOf,
  valueWords,
} from "../history/words.tsx";
import { designationHistory } from "../designations/queries.ts";
import { answersOf, needsOf } from "../tools/queries.ts";
import { supportOf } from "../support/queries.ts";
import { membersOf } from "../members/queries.ts";
import { fields, type Situation } from "../record/fields.ts";
import { venueLines } from "../situation/queries.ts";
import { textsOf } from "../translations/queries.ts";
import { languageWord } from "../words.ts";
import { confirmationsOf, historyOfSpace } from "./queries.ts";

const mostLines = 5000;

/** All an association entered and all that was done to it, for a program: record, contacts, places, people, history. */
export async function wholeFile(ask: Ask, situation: Situation): Promise<string> {
  const { tx, view, t } = ask;
  const { id, record, contacts } = situation;
  const lines = await historyOfSpace(tx, id, mostLines);
  const names = await namesOf(tx, lines.flatMap(peopleIn));
  const { referent, logo, photo, ...fiche } = record;
  return JSON.stringify(
    {
      format: "maillage-association-1",
      fiche,
      images: {
        logo: logo && view.origin + `/fichiers/${logo}`,
        photo: photo && view.origin + `/fichiers/${photo}`,
      },
      contacts,
      lieux: await venueLines(tx, id),
      traductions: await textsOf(tx, id),
      confirmations: await confirmationsOf(tx, id),
      aides: (await supportOf(tx, id))
        .filter(({ removedAt }) => !removedAt)
        .map(({ kind, day, by, note }) => ({ forme: kind, jour: day, par: by, mot: note })),
      outils: (await answersOf(tx, id)).map((one) => ({
        outil: one.tool,
        etat: one.state,
        dit: one.at,
        par: one.by,
      })),
      besoins: (await needsOf(tx, id)).map((one) => ({
        outil: one.tool,
        declare: one.at,
        par: one.by,
        clos: one.closedAt,
        reponse: one.closedHow,
        mot: one.words,
      })),
      designations: (await designationHistory(tx, id)).map((one) => ({
        comme: one.kind,
        raison: one.criterion,
        mot: one.words,
        depuis: one.since,
        fin: one.endedOn,
        raisonDeLaFin: one.endReason,
      })),
      personnes: (await membersOf(tx, id)).map(({ id: _, ...member }) => member),
      referent: (await namesOf(tx, [referent])).get(referent ?? "") ?? null,
      historique: lines.map((line) => ({
        quand: line.at,
        qui: actorWords(t, line),
        quoi: actionWords(t, line),
        changements: toldOf(view, line, names, true),
      })),
    },
    null,
    2,
  );
}

/** The record as a table of two columns, in words, for a spreadsheet. */
export async function recordTable(ask: Ask, { id, record, contacts }: Situation): Promise<string> {
  const { view, t, tx } = ask;
  const names = await namesOf(tx, [record.referent]);
  const rows: [string, string][] = fields
    .filter((field) => field !== "logo" && field !== "photo")
    .map((field) => [fieldWords(t, field), valueWords(view, field, record[field], names)]);
  for (const venue of await venueLines(tx, id))
    rows.push([t("registry:field.places"), [venue.name, venue.detail, venue.address].filter(Boolean).join(", ")]); // prettier-ignore
  for (const { name, role, email, phone } of contacts)
    rows.push([t("registry:field.contact"), [name, role, email, phone].filter(Boolean).join(", ")]);
  for (const { lang, field, body } of await textsOf(tx, id))
    rows.push([
      t("texts:told", { field: fieldWords(t, field), language: languageWord(t, view.lang, lang) }),
      body,
    ]);
  return csvFile([t("space:data.field"), t("space:data.value")], rows);
}
