import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { photosOf, type Photo } from "../../communes/index.ts";
import { categories, type Category, type Decision } from "../codes.ts";

/** What the case of one unit holds. */
export type Piece = { name: string; quantity: number };

export type ModelFields = {
  name: string;
  category: Category;
  /** What it is for, in plain words. */
  purpose: string;
  notice: string | null;
  /** What a lost one costs, in euro cents. */
  valueCents: number | null;
  /** What a day of one is worth as support in kind, in euro cents. */
  dayValueCents: number | null;
  /** It keeps data of who had it: cleaned before it is lent again. */
  holdsData: boolean;
  checklist: string[];
  pieces: Piece[];
  /** Its own limits; nothing: those of the commune. */
  decision: Decision | null;
  longestDays: number | null;
  leadOpenDays: number | null;
  bufferMinutes: number | null;
  onSiteOnly: boolean;
  /** The rules of the association that lends it. */
  ownerRules: string | null;
};

export type Model = ModelFields & {
  id: string;
  slug: string;
  state: "hidden" | "shown";
  revision: number;
  /** The association that lends it; nothing: the commune. */
  owner: { id: string; name: string; slug: string } | null;
  photo: Photo | undefined;
  /** The photo from before, that may be put back. */
  photoBefore: string | null;
  /** Since when the town hall keeps it out of the catalogue. */
  withheldAt: Date | null;
};

type Row = Omit<Model, "photo"> & { photoId: string | null };

/** Models, by category then name; one of them, some, or those residents see. */
export async function modelsOf(
  tx: Tx,
  which: { id?: string; ids?: readonly string[]; slug?: string; shown?: true } = {},
): Promise<Model[]> {
  const { rows } = await sql<Row>`
    select m.model_id as id, m.slug, m.name, m.category, m.purpose, m.notice, m.value_cents as "valueCents",
      m.day_value_cents as "dayValueCents", m.holds_data as "holdsData", m.checklist, m.decision,
      m.longest_days as "longestDays", m.lead_open_days as "leadOpenDays", m.buffer_minutes as "bufferMinutes",
      m.on_site_only as "onSiteOnly", m.owner_rules as "ownerRules", m.state, m.revision,
      m.photo_file_id as "photoId", m.photo_before_id as "photoBefore", m.withheld_at as "withheldAt",
      case when a.association_id is not null then jsonb_build_object('id', a.association_id, 'name', a.name, 'slug', a.slug) end as owner,
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'quantity', p.quantity) order by p.position)
        from model_piece p where p.model_id = m.model_id), '[]') as pieces
    from equipment_model m left join association a on a.association_id = m.owner_association_id
    where (${which.id ?? null}::uuid is null or m.model_id = ${which.id ?? null}::uuid)
      and (${which.ids ?? null}::uuid[] is null or m.model_id = any(${which.ids ?? null}::uuid[]))
      and (${which.slug ?? null}::text is null or m.slug = ${which.slug ?? null}::text)
      and (not ${which.shown ?? false} or m.state = 'shown')
    order by array_position(${[...categories]}::text[], m.category), lower(m.name)`.execute(tx);
  const photos = await photosOf(
    tx,
    rows.map(({ photoId }) => photoId),
  );
  return rows.map(({ photoId, ...row }) => ({ ...row, photo: photos.get(photoId ?? "") }));
}

/** Some models, by their identifiers. */
export const modelsById = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Model>> =>
  new Map((await modelsOf(tx, { ids })).map((model) => [model.id, model]));

export type Stocked = Model & {
  /** Units there are, and those fit to be lent. */
  units: number;
  ready: number;
};

/** Every model with its stock; what is lost or retired is counted no more. */
export async function stockedModels(tx: Tx): Promise<Stocked[]> {
  const { rows } = await sql<{ id: string; units: number; ready: number }>`
    select p.model_id as id, count(*) filter (where u.state not in ('lost', 'retired'))::integer as units,
      count(*) filter (where u.state in ('ready', 'to_check'))::integer as ready
    from equipment_unit u join equipment_pool p on p.pool_id = u.pool_id group by p.model_id`.execute(
    tx,
  );
  const stock = new Map(rows.map((row) => [row.id, row]));
  return (await modelsOf(tx)).map((model) => ({
    ...model,
    units: stock.get(model.id)?.units ?? 0,
    ready: stock.get(model.id)?.ready ?? 0,
  }));
}
