import assert from "node:assert/strict";
import type { Tx } from "../../../platform/db/database.ts";
import { followerWork } from "../../scheduling/index.ts";
import { datesOwners } from "../../../work.ts";
import { openResourcePlace, plain } from "../resource-places.testing.ts";

export const as = "referent" as const;
/** What is typed for a circle that meets each Thursday. */
export const thursdays = { topic: "tenir sa page", about: "", notes: "", rhythm: "weekly", days: "TH", rank: "1", from: "18h", to: "19h30", first_day: "2026-09-17", last_day: "" }; // prettier-ignore

export type Mail = { subject: string; text: string; unsubscribe: string | null };

/** The page a letter leads to. */
export const linkIn = ({ text }: Mail): string =>
  /\/(?:\w\w\/)?dates-suivies\/[\w-]+/.exec(text)?.[0] ?? "";

/** A published place with a circle people may follow. */
export async function openCircle() {
  const { site, place } = await openResourcePlace();
  const desk = `/gestion/lieux-ressources/${place.id}`;
  const page = `/lieux-ressources/${place.slug}`;
  let id = "";
  const read = <T>(work: (tx: Tx) => Promise<T>) => site.database.read(site.communeId, work);
  const add = async (more: Partial<typeof thursdays> = {}): Promise<void> => {
    await site.post(`${desk}/cercles`, { ...thursdays, ...more }, { as });
    const { html } = await site.get(desk, { as });
    id = /\/cercles\/([0-9a-f-]{36})/.exec(html)?.[1] ?? "";
  };
  const work = (task: string) => async (): Promise<void> => {
    const found = followerWork(site.house, datesOwners).find((one) => one.task === task);
    assert.ok(found);
    await found.run(site.communeId);
  };
  const asking = () => `${page}/cercles/${id}/suivre`;
  /** Letters to an address, the last first. */
  const mails = (to: string): Promise<Mail[]> =>
    read(async (tx) => {
      const rows = await tx
        .selectFrom("mail")
        .select(["subject", "text_body", "unsubscribe_url"])
        .where("to_email", "=", to)
        .orderBy("created_at", "desc")
        .execute();
      return rows.map((row) => ({
        subject: plain(row.subject),
        text: plain(row.text_body),
        unsubscribe: row.unsubscribe_url,
      }));
    });
  /** Addresses of the dates of the circle at the desk, in order. */
  const dates = async (): Promise<string[]> => {
    const { html } = await site.get(`${desk}/cercles/${id}`, { as });
    const found = [...html.matchAll(/\/dates\/([0-9a-f-]{36})/g)].map(([, one = ""]) => one);
    return [...new Set(found)].map((one) => `${desk}/cercles/${id}/dates/${one}`);
  };
  await add();
  return {
    site,
    desk,
    page,
    circle: () => id,
    add,
    asking,
    mails,
    dates,
    /** What the clock does every five minutes, and every night. */
    tell: work("followers_round"),
    night: work("followers_retention"),
    followers: () =>
      read((tx) => tx.selectFrom("date_follower").selectAll().orderBy("email").execute()),
    /** Asks and confirms, by the letter. */
    follows: async (email: string, lang = ""): Promise<void> => {
      assert.equal((await site.post(lang + asking(), { email })).status, 303);
      const [letter] = await mails(email);
      assert.ok(letter);
      assert.equal((await site.post(`${linkIn(letter)}/confirmation`, {})).status, 303);
    },
    change: async (rank: number, act: "cancel" | "restore") =>
      site.post((await dates())[rank] ?? "", { act }, { as }),
  };
}

export type OpenCircle = Awaited<ReturnType<typeof openCircle>>;
