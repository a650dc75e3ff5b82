import type { Tx } from "../../platform/db/database.ts";
import { plainWords, slugOf } from "../../modules/associations/index.ts";
import type { DemoAssociation } from "../../../db/demo/types.ts";
import type { PlaceIds } from "./commune.ts";
import type { StaffIds } from "./people.ts";

export type WrittenAssociation = { id: string; name: string; slug: string; facts: DemoAssociation };

type Around = { places: PlaceIds; staff: StaffIds; now: Date };

/** The invented associations, with contacts, places and confirmations, as an agent would have entered them. */
export async function writeAssociations(
  tx: Tx,
  list: readonly DemoAssociation[],
  around: Around,
): Promise<WrittenAssociation[]> {
  const referents = around.staff.filter((one) => one.role === "referent");
  const slugs = distinctSlugs(list.map((one) => one.name));
  const rows = await tx
    .insertInto("association")
    .values(
      list.map((one, rank) =>
        rowOf(one, slugs[rank] ?? "", referents[rank % referents.length]?.id, around.now),
      ),
    )
    .returning(["association_id", "slug"])
    .execute();
  const ids = new Map(rows.map((row) => [row.slug, row.association_id]));
  const written = list.map((facts, rank) => {
    const slug = slugs[rank] ?? "";
    return { id: ids.get(slug) ?? "", name: facts.name, slug, facts };
  });
  await writeContacts(tx, written);
  await writePlaceLinks(tx, written, around.places);
  await writeConfirmations(tx, written, referents[0]?.id);
  return written;
}

function rowOf(facts: DemoAssociation, slug: string, referentId: string | undefined, now: Date) {
  const stamp = { source: "hand", at: now.toISOString() };
  return {
    slug,
    name: facts.name,
    name_sort: plainWords(facts.name).join(" "),
    acronym: facts.acronym ?? null,
    legal_form: facts.legalForm,
    rna: facts.rna ?? null,
    siret: facts.siret ?? null,
    siren: facts.siret?.slice(0, 9) ?? null,
    aims: facts.aims,
    themes: [...facts.themes],
    publics: [...facts.publics],
    keywords: [...facts.keywords],
    spoken_languages: [...facts.languages],
    schedule: facts.when ?? null,
    prices: facts.prices ?? null,
    registration: facts.registration ?? null,
    access_yes: [...facts.access],
    website: facts.website ?? null,
    created_on: facts.createdOn,
    state: facts.state,
    state_on: facts.ceasedOn ?? null,
    state_source: facts.ceasedSource ?? null,
    referent_id: referentId ?? null,
    provenance: JSON.stringify(
      Object.fromEntries(
        ["name", "aims", "themes", "schedule", "prices"].map((field) => [field, stamp]),
      ),
    ),
  };
}

/** Two associations may share a name: the second address gets a number. */
function distinctSlugs(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const slug = slugOf(name);
    const times = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  });
}

async function writeContacts(tx: Tx, written: readonly WrittenAssociation[]): Promise<void> {
  const contacts = written.flatMap(({ id, facts: { contact } }) =>
    contact
      ? [
          {
            association_id: id,
            name: contact.name,
            role: contact.role,
            email: contact.email,
            phone: contact.phone,
            name_public: contact.shown.includes("name"),
            email_public: contact.shown.includes("email"),
            phone_public: contact.shown.includes("phone"),
          },
        ]
      : [],
  );
  await tx.insertInto("association_contact").values(contacts).execute();
}

async function writePlaceLinks(
  tx: Tx,
  written: readonly WrittenAssociation[],
  places: PlaceIds,
): Promise<void> {
  const links = written.flatMap(({ id, facts }) =>
    facts.places.map((place, rank) => ({
      association_id: id,
      place_id: places.get(place) ?? "",
      position: rank + 1,
    })),
  );
  await tx.insertInto("association_place").values(links).execute();
}

const ways = {
  association: { by_kind: "association", how: "site" },
  staff: { by_kind: "agent", how: "site" },
  phone: { by_kind: "agent", how: "phone" },
  paper: { by_kind: "association", how: "paper" },
} as const;

async function writeConfirmations(
  tx: Tx,
  written: readonly WrittenAssociation[],
  agentId: string | undefined,
): Promise<void> {
  const rows = written.flatMap(({ id, facts }) =>
    facts.confirmations.map(({ section, on, by }) => ({
      association_id: id,
      section,
      confirmed_at: new Date(`${on}T10:00:00Z`),
      confirmed_by: ways[by].by_kind === "agent" ? (agentId ?? null) : null,
      ...ways[by],
    })),
  );
  await tx.insertInto("confirmation").values(rows).execute();
}
