import { sql } from "kysely";
import { act, type Tx } from "../../../platform/db/database.ts";
import { note, type Hand } from "../journal.ts";
import { columnsOf, type About } from "./about.ts";
import type { How, Side } from "./codes.ts";
import type { Drawing } from "./receiving.ts";

export type Signature = {
  side: Side;
  how: How;
  name: string;
  at: Date;
  /** The bytes of what was drawn, or of the paper scanned back. */
  sha256: string | null;
  contentType: string | null;
};

/** The signatures of one document, whatever it is. */
function isOf(table: "s" | "signature", about: About) {
  const [at, of] = [sql.ref(table), columnsOf(about)];
  return sql`${at}.kind = ${of.kind} and ${at}.loan_id is not distinct from ${of.loan_id}::uuid
    and ${at}.convention_id is not distinct from ${of.convention_id}::uuid and ${at}.way is not distinct from ${of.way}::text`;
}

/** Who signed it, for each side. */
export async function signaturesOf(tx: Tx, about: About): Promise<Signature[]> {
  const { rows } = await sql<Signature>`
    select s.side, s.how, s.name, s.signed_at as at, f.sha256, f.content_type as "contentType"
    from signature s left join file f on f.file_id = s.file_id
    where ${isOf("s", about)}
    order by s.side`.execute(tx);
  return rows;
}

export type NewSignature = {
  side: Side;
  name: string;
  /** On paper; else on the screen, drawn or not. */
  paper: boolean;
  drawing: Drawing | undefined;
  by: string;
};

/** Signs, once for each side. */
export const sign = (tx: Tx, about: About, one: NewSignature, hand: Hand) =>
  act(tx, { signature_once: "already_signed" as const }, async () => {
    const drawing = one.paper ? undefined : one.drawing;
    const how: How = one.paper ? "paper" : drawing ? "drawn" : "typed";
    await tx
      .insertInto("signature")
      .values({
        ...columnsOf(about),
        side: one.side,
        how,
        name: one.name,
        file_id: drawing
          ? await keepFile(tx, { ...drawing, contentType: "image/png" }, one.by, hand.at)
          : null,
        signed_at: hand.at,
        signed_by: one.by,
      })
      .execute();
    await noteSigning(tx, about, "signed", one.side, hand);
  });

type Kept = Drawing & { contentType: string };

async function keepFile(tx: Tx, kept: Kept, by: string, at: Date): Promise<string> {
  const { file_id } = await tx
    .insertInto("file")
    .values({
      kind: "signature",
      content_type: kept.contentType,
      sha256: kept.sha256,
      bytes: kept.bytes,
      created_at: at,
      created_by: by,
    })
    .returning("file_id")
    .executeTakeFirstOrThrow();
  return file_id;
}

/** Keeps the paper somebody signed, scanned; the last one sent is kept. False when that side has not signed on paper. */
export async function keepPaper(
  tx: Tx,
  about: About,
  { side, scan, by }: { side: Side; scan: Kept; by: string },
  hand: Hand,
): Promise<boolean> {
  const { rows } = await sql<{ id: string; file: string | null }>`
    select signature_id as id, file_id as file from signature
    where ${isOf("signature", about)} and side = ${side} and how = 'paper'
    for update`.execute(tx);
  const [signed] = rows;
  if (!signed) return false;
  const file = await keepFile(tx, scan, by, hand.at);
  await tx
    .updateTable("signature")
    .set({ file_id: file })
    .where("signature_id", "=", signed.id)
    .execute();
  if (signed.file) await tx.deleteFrom("file").where("file_id", "=", signed.file).execute();
  await noteSigning(tx, about, "paper_kept", side, hand);
  return true;
}

/** Takes a signature back; false when somebody did already. */
export async function unsign(tx: Tx, about: About, side: Side, hand: Hand): Promise<boolean> {
  const { rows } = await sql<{ file: string | null }>`
    delete from signature where ${isOf("signature", about)} and side = ${side}
    returning file_id as file`.execute(tx);
  const [gone] = rows;
  if (!gone) return false;
  if (gone.file) await tx.deleteFrom("file").where("file_id", "=", gone.file).execute();
  await noteSigning(tx, about, "unsigned", side, hand);
  return true;
}

const noteSigning = (
  tx: Tx,
  about: About,
  what: "signed" | "unsigned" | "paper_kept",
  side: Side,
  hand: Hand,
) =>
  note(tx, hand, about.kind === "convention" ? "convention" : "loan", about.id, what, {
    paper: about.kind,
    side,
    ...(about.kind === "condition" ? { way: about.way } : {}),
  });
