import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { SMTPServer } from "smtp-server";
import { periodicWork } from "../../../app.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { openTestSite } from "../../../testing/site.ts";
import { createAssociation } from "../record/create.ts";

export type Received = { to: string; source: string };

/** A real mail server that keeps what it receives, and refuses for good the addresses it is told to. */
export async function openMailServer() {
  const received: Received[] = [];
  const unknown = new Set<string>();
  const state = { distrust: false };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      if (state.distrust)
        return done(Object.assign(new Error("5.7.1 not from you"), { responseCode: 550 }));
      if (!unknown.has(address)) return done();
      done(Object.assign(new Error("5.1.1 no such user here"), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo[0]?.address ?? "";
        received.push({ to, source: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${port}`,
    received,
    unknown,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/** A header of a mail as it travelled, its folds undone. */
export const header = (source: string, name: string): string =>
  (new RegExp(`^${name}:[ ]?(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(source)?.[1] ?? "").replace(
    /\r?\n[ \t]/g,
    "",
  );

type Person = { name?: string; email?: string; phone?: string };

/** A site that sends its mails for real, reminders on, and what tests do with it. */
export async function openReminders() {
  const mails = await openMailServer();
  const site = await openTestSite({ SMTP_URL: mails.url });
  const here = <T>(work: (tx: Tx) => Promise<T>) => site.database.write(site.communeId, work);
  const morning = (task: string) =>
    periodicWork(site.house, site.app)
      .find((one) => one.task === task)
      ?.run(site.communeId);
  return {
    site,
    mails,
    here,
    /** An association with its contacts, in their order; nobody has confirmed anything of it. */
    association: (name: string, contacts: readonly Person[], referent = false) =>
      here(async (tx) => {
        const by = { kind: "person" as const, id: site.personId("referent") };
        const origin = { source: "hand" as const, at: site.clock.now(), actor: by };
        const { id } = await createAssociation(tx, { name }, origin);
        if (referent)
          await sql`update association set referent_id = ${site.personId("referent")} where association_id = ${id}`.execute(
            tx,
          );
        for (const [rank, contact] of contacts.entries())
          await tx
            .insertInto("association_contact")
            .values({ association_id: id, position: rank + 1, ...contact })
            .execute();
        return id;
      }),
    /** The morning of a day: campaigns, then reminders, then what the worker has to send. */
    morningOf: async (day: string) => {
      site.clock.set(`${day}T05:30:00Z`);
      await morning("campaigns_morning");
      await morning("confirmation_reminders");
      await site.runJobs();
    },
    /** Mails received by an address since the last time this was asked. */
    newMails: (to?: string): Received[] => {
      const all = mails.received.splice(0);
      return to ? all.filter((one) => one.to === to) : all;
    },
    steps: (id: string) =>
      here(async (tx) => {
        const rows = await tx
          .selectFrom("reminder")
          .select(["climb", "step"])
          .where("association_id", "=", id)
          .orderBy("taken_at")
          .execute();
        return rows.map(({ climb, step }) => `${climb} ${step}`);
      }),
    close: async () => {
      await site.close();
      await mails.close();
    },
  };
}

/** The text of a mail, its encoding undone. */
export function textOf({ source }: Received): string {
  const part = source.split(/^--/m).find((one) => /text\/plain/.test(one)) ?? "";
  const body = part.slice(part.search(/\r?\n\r?\n/)).trim();
  return /base64/i.test(part)
    ? Buffer.from(body, "base64").toString("utf8")
    : Buffer.from(
        body
          .replace(/=\r?\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          ),
        "latin1",
      ).toString("utf8");
}

/** Paths of the site an expression finds in a mail. */
export const pathsIn = (mail: Received, start: string): string[] =>
  [...textOf(mail).matchAll(new RegExp(`https?://[^/\\s]+(${start}/[\\w-]+)`, "g"))].map(
    ([, path = ""]) => path,
  );
