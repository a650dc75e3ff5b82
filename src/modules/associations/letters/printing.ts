import { join } from "node:path";
import { projectRoot } from "../../../platform/config.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { House } from "../../../platform/http/ask.ts";
import { printPdf } from "../../../platform/pdf.ts";
import { record, recordAll, type Actor } from "../../journal/index.ts";
import { originOfCommune, tenantOf } from "../../communes/index.ts";
import { keepLinks } from "../confirming/queries.ts";
import { addPart, batchById, setBatchState, type Batch } from "./batches.ts";
import { lettersTo, pagesOf, type Letter, type Letterhead } from "./content.ts";
import { paperDays, partSize } from "./rules.ts";

const template = join(projectRoot, "src/modules/associations/letters/letter.typ");

/** Where the printing is done: the site's house, or what the command line opened. */
export type Shop = Pick<House, "database" | "files" | "clock" | "config" | "words">;

/**
 * Prints the parts of a batch that are left, one after the other; `progress` hears of each. Begun again after a stop, it
 * goes on from the last part kept: links of a part that was not kept were never written.
 */
export async function printBatch(
  shop: Shop,
  communeId: number,
  id: string,
  progress: (printed: number, of: number) => void = () => undefined,
): Promise<void> {
  for (;;) {
    const batch = await shop.database.read(communeId, (tx) => batchById(tx, id));
    if (!batch || batch.state === "ready" || batch.state === "forgotten") return;
    progress(batch.printed, batch.associationIds.length);
    if (!(await printPart(shop, communeId, batch))) return;
  }
}

/** One part: read, print outside of any transaction, then keep the file and the links in one. */
async function printPart(shop: Shop, communeId: number, batch: Batch): Promise<boolean> {
  const at = shop.clock.now();
  const ids = batch.associationIds.slice(batch.printed, batch.printed + partSize);
  const { letters, head } = await shop.database.read(communeId, async (tx) => ({
    letters: await lettersTo(tx, shop.words("fr"), ids, at),
    head: await letterhead(tx, shop, communeId, at),
  }));
  const pdf = await printPdf({ template, data: await pagesOf(letters, head), at });
  const sha256 = await shop.files.keep(pdf);
  return shop.database.write(communeId, async (tx) => {
    const file = { kind: "document", content_type: "application/pdf", sha256, bytes: pdf.length };
    const { file_id } = await tx
      .insertInto("file")
      .values({ ...file, created_at: at })
      .returning("file_id")
      .executeTakeFirstOrThrow();
    if (!(await addPart(tx, batch, { fileId: file_id, letters: ids.length, at }))) {
      await tx.deleteFrom("file").where("file_id", "=", file_id).execute();
      return false;
    }
    await keepPaperLinks(tx, letters, at);
    return true;
  });
}

async function keepPaperLinks(tx: Tx, letters: readonly Letter[], at: Date): Promise<void> {
  await keepLinks(
    tx,
    letters.map(({ associationId, asked, token }) => ({
      associationId,
      contactId: null,
      sections: asked,
      at,
      token,
    })),
    paperDays,
  );
  const actor: Actor = { kind: "system" };
  await recordAll(
    tx,
    letters.map(({ associationId: id }) => ({
      actor,
      at,
      subject: { kind: "association", id },
      action: "association.letter_printed",
    })),
  );
}

async function letterhead(tx: Tx, shop: Shop, communeId: number, at: Date): Promise<Letterhead> {
  const tenant = await tenantOf(tx, communeId, at);
  const row = await tx
    .selectFrom("commune")
    .select(["color_primary", "address"])
    .where("commune_id", "=", communeId)
    .executeTakeFirstOrThrow();
  const { name, phone, email } = tenant.view;
  const lines = [...(row.address ?? "").split("\n"), phone, email];
  return {
    t: shop.words("fr"),
    at,
    origin: await originOfCommune(tx, communeId, shop.config),
    colour: row.color_primary,
    sender: {
      name: tenant.senderName,
      lines: lines.filter((line): line is string => Boolean(line?.trim())),
    },
    town: name,
    phone,
  };
}

/** A batch that cannot be printed says so, for an agent to try again. */
export async function printOrSay(house: House, communeId: number, id: string): Promise<void> {
  try {
    await printBatch(house, communeId, id);
  } catch (fault) {
    house.log.error({ batch: id, fault: String(fault) }, "letters could not be printed");
    await house.database.write(communeId, (tx) =>
      setBatchState(tx, id, "failed", house.clock.now()),
    );
  }
}

/** Notes who had letters printed, how many, for whom. */
export const recordBatch = (tx: Tx, actor: Actor, at: Date, id: string, letters: number) =>
  record(tx, {
    actor,
    at,
    subject: { kind: "letter_batch", id },
    action: "letters.printed",
    change: { letters: [null, letters] },
  });
