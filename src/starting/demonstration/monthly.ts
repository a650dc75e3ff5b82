import { createHash } from "node:crypto";
import { sql } from "kysely";
import { registryNewcomers, registryNews } from "../../../db/demo/registry.ts";
import { addPaper } from "../../modules/associations/index.ts";
import { addBatch, openRegistry, readBatch } from "../../modules/imports/index.ts";
import { addDays, dayOf } from "../../platform/clock.ts";
import type { House } from "../../platform/http/ask.ts";

/** The month's file of the national registry, read as an agent would have it read: its proposals wait. */
export async function readMonthlyFile(house: House, communeId: number): Promise<void> {
  const known = await house.database.read(communeId, (tx) =>
    tx
      .selectFrom("association")
      .select(["name", "rna", "created_on"])
      .where("rna", "is not", null)
      .execute(),
  );
  const ended = addDays(dayOf(house.clock.now()), -40);
  const changed = registryNews.flatMap((news) => {
    const one = known.find(({ name }) => name === news.name);
    if (!one?.rna) return [];
    const [number = "", kind = "", street = ""] = "street" in news ? news.street : [];
    return [
      {
        id: one.rna,
        titre: "now" in news ? news.now : one.name,
        date_creat: one.created_on ?? "",
        adrs_numvoie: number,
        adrs_typevoie: kind,
        adrs_libvoie: street,
        siteweb: "site" in news ? news.site : "",
        ...("ended" in news ? { date_disso: ended, position: "D" } : {}),
      },
    ];
  });
  const added = registryNewcomers.map(({ rna, name, aims }) => ({ id: rna, titre: name, objet: aims })); // prettier-ignore
  const bytes = fileOf([...changed, ...added]);
  const opened = await openRegistry(bytes);
  if ("refusal" in opened) throw new Error(`the invented registry: ${opened.refusal}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const at = house.clock.now();
  const batch = await house.database.write(communeId, (tx) =>
    addBatch(tx, { fileName: "rna_waldec_demonstration.csv", sha256, at }),
  );
  await readBatch(house, communeId, batch, opened);
}

const columns = ["id", "id_ex", "siret", "date_creat", "date_disso", "titre", "titre_court", "objet", "adrs_numvoie", "adrs_typevoie", "adrs_libvoie", "adrs_codeinsee", "adrs_codepostal", "adrs_libcommune", "siteweb", "observation", "position"]; // prettier-ignore
const here = { adrs_codeinsee: "49998", adrs_codepostal: "49980", adrs_libcommune: "VALBRUME" };

function fileOf(lines: readonly Record<string, string>[]): Uint8Array {
  const rows = lines.map((line) => {
    const cells: Record<string, string> = { position: "A", ...here, ...line };
    return columns.map((column) => `"${cells[column] ?? ""}"`).join(";");
  });
  return Buffer.from([columns.join(";"), ...rows].join("\n"));
}

/** Papers of the association one enters as: its statutes, and an insurance that ends soon. */
export async function givePapers(house: House, communeId: number): Promise<void> {
  const today = dayOf(house.clock.now());
  await house.database.write(communeId, async (tx) => {
    const { rows } = await sql<{ id: string; person: string }>`
      select association_id as id, person_id as person from association_member where role = 'owner'`.execute(
      tx,
    );
    for (const { id, person } of rows)
      for (const kind of ["statutes", "insurance"] as const) {
        const bytes = pdfOf(kind === "statutes" ? "Statuts (exemple)" : "Assurance (exemple)");
        await addPaper(tx, {
          associationId: id,
          kind,
          file: {
            contentType: "application/pdf",
            sha256: await house.files.keep(bytes),
            bytes: bytes.length,
          },
          datedOn: addDays(today, kind === "statutes" ? -900 : -345),
          expiresOn: kind === "statutes" ? null : addDays(today, 20),
          visibility: "town_hall",
          by: "association",
          personId: person,
          at: house.clock.now(),
        });
      }
  });
}

/** The smallest file a reader of PDF opens: one page, one line. */
function pdfOf(words: string): Buffer {
  const text = `BT /F1 24 Tf 72 760 Td (${words}) Tj ET`;
  const parts = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = parts.map((part, at) => `${at + 1} 0 obj${part}endobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF`);
}
