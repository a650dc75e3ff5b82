import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { patternOf, type Sought } from "../../people/index.ts";
import { contactWithout } from "../contacts/forgetting.ts";
import { rowWithout } from "../record/forgetting.ts";
import { rowsOf, type WholeImage } from "./images.ts";
import type { MergeImages } from "./merging.ts";

/** Erases someone from what merges keep to be undone: separated, the records come back without them. */
export async function forgetInMerges(tx: Tx, who: Sought): Promise<number> {
  const rows = await tx
    .selectFrom("association_merge")
    .select(["merge_id", "before_images"])
    .where(
      sql<boolean>`before_images::text ~* ${patternOf(who)} or position(${who.id ?? "-"} in before_images::text) > 0`,
    )
    .forUpdate()
    .execute();
  let count = 0;
  for (const { merge_id, before_images } of rows) {
    const before = before_images as MergeImages;
    const after = imagesWithout(before, who);
    if (JSON.stringify(after) === JSON.stringify(before)) continue;
    count += 1;
    await tx
      .updateTable("association_merge")
      .set({ before_images: JSON.stringify(after) })
      .where("merge_id", "=", merge_id)
      .execute();
  }
  return count;
}

function imagesWithout(images: MergeImages, who: Sought): MergeImages {
  const [kept, absorbed] = [imageWithout(images.kept, who), imageWithout(images.absorbed, who)];
  const gone = contacts(images.kept, images.absorbed) - contacts(kept, absorbed);
  return {
    ...images,
    kept,
    absorbed,
    after: {
      kept: imageWithout(images.after.kept, who),
      absorbed: imageWithout(images.after.absorbed, who),
    },
    ...(gone ? { erased: (images.erased ?? 0) + gone } : {}),
  };
}

const contacts = (...images: WholeImage[]): number =>
  images.reduce((count, { rows }) => count + rows.association_contact.length, 0);

const imageWithout = (image: WholeImage, who: Sought): WholeImage => ({
  ...image,
  association: rowWithout(image.association, who),
  rows: {
    ...image.rows,
    association_contact: image.rows.association_contact
      .map((row) => contactWithout(row, who))
      .filter((row) => row !== undefined),
    association_member: image.rows.association_member.filter((row) => row["person_id"] !== who.id),
    association_place: image.rows.association_place.map((row) => rowWithout(row, who)),
    association_translation: rowsOf(image, "association_translation").map((row) =>
      rowWithout(row, who),
    ),
  },
});
