import assert from "node:assert/strict";
import type { Answered, TestSite } from "../../testing/site.ts";

export const president = "president@valbrume.example";

/** Gives the president of the first commune an association, so that they may sign in. */
export const giveAssociation = (site: TestSite): Promise<void> =>
  site.database.write(site.communeId, async (tx) => {
    const { association_id } = await tx
      .insertInto("association")
      .values({ slug: "club-de-marche", name: "Club de marche", name_sort: "club de marche" })
      .returning("association_id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("association_member")
      .values({ association_id, person_id: site.personId("president"), role: "owner" })
      .execute();
  });

/** Mails written to an address, newest first. */
export const mailsTo = (site: TestSite, to: string, commune = site.communeId) =>
  site.database.read(commune, (tx) =>
    tx
      .selectFrom("mail")
      .selectAll()
      .where("to_email", "=", to)
      .orderBy("created_at", "desc")
      .execute(),
  );

/** What the last mail to an address says: its code and its link's path. */
export async function lastMail(site: TestSite, to: string, commune = site.communeId) {
  const mail = (await mailsTo(site, to, commune))[0];
  assert.ok(mail, `a mail to ${to}`);
  return {
    ...mail,
    code: mail.text_body.match(/(\d{3} \d{3})/)?.[1]?.replace(" ", "") ?? "",
    path: mail.text_body.match(/https?:\/\/[^/]+(\/\S+)/)?.[1] ?? "",
  };
}

/** The browser's secret, from the answer to the sign-in form. */
export const requestOf = (answer: Answered): string =>
  new URL(answer.location ?? "", "http://x").searchParams.get("demande") ?? "";

/** The session cookie an answer sets, as the browser sends it back. */
export const cookieOf = (answer: Answered): string =>
  (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** Asks to sign in; gives the browser's secret. */
export async function askToEnter(site: TestSite, email: string, host?: string): Promise<string> {
  const answer = await site.post("/connexion", { email }, host ? { host } : {});
  assert.equal(answer.status, 303);
  return requestOf(answer);
}
