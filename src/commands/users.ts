import { wordsOf } from "../app.ts";
import { preferredHost } from "../modules/communes/index.ts";
import { invitationDays, inviteStaff } from "../modules/people/index.ts";
import { systemClock } from "../platform/clock.ts";
import { originOf } from "../platform/http/origin.ts";
import { roles, type Role } from "../platform/http/person.ts";
import { openInstallation } from "../starting/database.ts";
import { chosenCommune } from "./communes.ts";
import { required, WrongCall, type Call, type Command } from "./command.ts";

export const userInvite: Command = {
  name: "user invite",
  usage:
    "user invite --email ADRESSE --name NOM (--admin | --role RÔLE[,RÔLE]) [--commune nom-court] [--again]",
  summary:
    "Invite un agent : le premier administrateur d’une commune, ou quelqu’un qui n’a plus accès (--again).",
  options: {
    email: { type: "string" },
    name: { type: "string" },
    admin: { type: "boolean" },
    role: { type: "string" },
    commune: { type: "string" },
    again: { type: "boolean" },
  },
  run: async (call) => {
    const invited = {
      email: required(call, "email"),
      name: required(call, "name"),
      roles: askedRoles(call),
    };
    if (!/^[^\s@]+@[^\s@]+$/.test(invited.email))
      throw new WrongCall(`« ${invited.email} » n’est pas une adresse de courriel.`);
    const opened = await openInstallation(call.config, "command");
    try {
      const commune = await chosenCommune(opened.ownerUrl, call.options["commune"]);
      const t = wordsOf("fr");
      const outcome = await opened.database.write(commune.id, (tx) =>
        inviteStaff(
          tx,
          invited,
          {
            t,
            lang: "fr",
            siteName: commune.siteName,
            origin: originOf(call.config, preferredHost(call.config, commune.hosts)),
            actor: { kind: "operator" },
            at: systemClock.now(),
          },
          { again: call.options["again"] === true },
        ),
      );
      if ("refused" in outcome)
        throw new WrongCall(`${t(`people:refusal.${outcome.refused}`)} (--again l’invite de nouveau.)`); // prettier-ignore
      return {
        data: { commune: commune.slug, email: invited.email, link: outcome.link },
        sentences: [
          `${invited.name} est invité·e à gérer ${commune.name}. Son lien, valable ${invitationDays} jours :`,
          outcome.link,
          call.config.smtpUrl
            ? "Le même lien part par courriel dès que le site tourne."
            : "Aucun serveur de courriel n’est réglé (SMTP_URL) : transmettez ce lien vous-même.",
        ],
      };
    } finally {
      await opened.close();
    }
  },
};

function askedRoles(call: Call): Role[] {
  if (call.options["admin"]) return ["administrator"];
  const asked = required(call, "role")
    .split(",")
    .map((one) => one.trim());
  const known = asked.filter((one): one is Role => (roles as readonly string[]).includes(one));
  if (known.length < asked.length)
    throw new WrongCall(`Rôles possibles avec --role : ${roles.join(", ")}.`);
  return known;
}
