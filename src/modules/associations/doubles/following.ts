import { sql, type RawBuilder } from "kysely";

/**
 * Tables of rows that go with a record without being part of it: `of` names the association, `key` tells a row from the
 * others of one association (nothing: there is one), `same` says when the record kept (`k`) already has what the other (`o`) brings.
 */
export type Following = { of: string; key: string | null; same?: string };

/**
 * A merge moves these rows, and an image keeps only which they are. What the record kept already says stays behind. A test
 * reads the catalogue of the database: a table that names an association stands here, in `images.ts`, or in `left` with why.
 */
export const followingTables = {
  access_review: { of: "association_id", key: null, same: "true" },
  activity: { of: "association_id", key: "activity_id" },
  activity_calendar: { of: "association_id", key: "calendar_id" },
  activity_calendar_event: { of: "association_id", key: "uid", same: "k.uid = o.uid" },
  association_designation: {
    of: "association_id",
    key: "designation_id",
    same: "k.kind = o.kind and k.ended_on is null and o.ended_on is null",
  },
  association_document: {
    of: "association_id",
    key: "document_id",
    same: `k.kind = o.kind and k.replaced_at is null and k.removed_at is null
      and o.replaced_at is null and o.removed_at is null`,
  },
  // Whoever was written to before the merge still comes in, to the record kept.
  association_invitation: {
    of: "association_id",
    key: "invitation_id",
    same: "k.email = o.email and k.claimed = o.claimed and k.accepted_at is null and o.accepted_at is null",
  },
  association_note: { of: "association_id", key: "note_id" },
  association_tool: { of: "association_id", key: "answer_id", same: "k.tool = o.tool" },
  booking: { of: "association_id", key: "booking_id" },
  campaign_association: {
    of: "association_id",
    key: "campaign_id",
    same: "k.campaign_id = o.campaign_id",
  },
  claim_code: { of: "association_id", key: "code_id" },
  claim_request: { of: "association_id", key: "request_id" },
  confirmation_link: { of: "association_id", key: "link_id" },
  convention: {
    of: "association_id",
    key: "convention_id",
    same: "k.from_day = o.from_day and k.withdrawn_at is null and o.withdrawn_at is null",
  },
  declared_need: {
    of: "association_id",
    key: "need_id",
    same: "k.tool = o.tool and k.closed_at is null and o.closed_at is null",
  },
  equipment_model: { of: "owner_association_id", key: "model_id" },
  followed_calendar: { of: "association_id", key: "followed_id", same: "k.address = o.address" },
  handover: { of: "association_id", key: "handover_id" },
  lending_place: { of: "owner_association_id", key: "place_id" },
  // What it borrows and what it lends: whoever keeps the record answers for it.
  loan: { of: "association_id", key: "loan_id" },
  loan_refusal: { of: "association_id", key: "refusal_id" },
  news_association: { of: "association_id", key: "news_id", same: "k.news_id = o.news_id" },
  news_item: { of: "proposed_by", key: "news_id" },
  resource_place: { of: "association_id", key: "resource_place_id" },
  standard_kit: { of: "association_id", key: "standard_kit_id", same: "true" },
  support_event: {
    of: "association_id",
    key: "event_id",
    same: "(k.kind, k.source_id) = (o.kind, o.source_id)",
  },
} as const satisfies Record<string, Following>;
export type FollowingTable = keyof typeof followingTables;
export const following = Object.entries(followingTables) as [FollowingTable, Following][];

/** What tells a row from the others of its association, as text. */
export const keyOf = ({ key }: Following): RawBuilder<string> =>
  key === null ? sql`''` : sql`${sql.ref(key)}::text`;

/** Columns that name an association and that a merge leaves as they are, or carries otherwise, and why. */
export const left: Readonly<Record<string, string>> = {
  "activity_document.association_id": "written anew from the activity, which moves",
  "association.merged_into": "is the merge: it leads to the record kept",
  "association_merge.absorbed_id": "is the merge",
  "association_merge.kept_id": "is the merge",
  "association_unheld.association_id": "follows its members by a trigger",
  "duplicate_suggestion.first_id": "carried by `suggestions.ts`",
  "duplicate_suggestion.second_id": "carried by `suggestions.ts`",
  "import_activity.association_id":
    "what a file did at the time; undoing it reads where records went",
  "import_duplicate.other_association": "what a file said at the time",
  "import_line.association_id": "what a file did at the time; undoing it reads where records went",
  "letter_batch.association_ids":
    "whom letters were printed for at the time; a merged one is left out",
  "proposal.association_id": "moved by `moveAttached`, in the image as `about`",
  "proposal.created_association_id": "moved by `moveAttached`, in the image as `created`",
  "registry_proposal.association_id":
    "about what the record said; answered `gone`, the next file speaks of the record kept",
  "reminder.association_id":
    "the climb of the record kept goes on; nobody is written to twice, an address is known by its mails",
  "search_document.association_id": "written anew from the record",
  "search_stale.association_id": "a mark for the search, gone once read",
};
