import type { Problem, Typed } from "../../../platform/http/form.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { dialled, spoken } from "../../../ui/index.ts";
import { instantOf } from "../../scheduling/index.ts";

export type Read = {
  from: Date;
  until: Date;
  name: string;
  phone: string | null;
  email: string | null;
  purpose: string | null;
  associationId: string | null;
};

/** What was typed to book on a day; every fault at once, by its field. */
export function readBooking(
  t: Translate,
  form: Typed,
  about: { zone: string; day: string; associations: readonly { id: string; said?: string }[] },
): { value: Read } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, sentence: string) => void problems.push({ field, sentence });
  const minute = Number(form.get("from"));
  const minutes = Number(form.get("minutes"));
  if (!form.get("from") || !Number.isInteger(minute) || minute < 0 || minute > 1439)
    wrong("from", t("resource-places:problem.from"));
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440)
    wrong("minutes", t("resource-places:problem.minutes"));
  const name = form.get("name").replaceAll(/\s+/g, " ");
  if (!name || name.length > 120) wrong("name", t("resource-places:problem.name"));
  const email = form.get("email").toLowerCase() || null;
  const phone = form.get("phone") || null;
  if (!email && !phone) wrong("phone", t("resource-places:problem.contact"));
  if (email && (email.length > 254 || !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email)))
    wrong("email", t("resource-places:problem.email"));
  if (phone && !isPhone(phone)) wrong("phone", t("resource-places:problem.phone"));
  const purpose = form.get("purpose") || null;
  if (purpose && purpose.length > 300) wrong("purpose", t("resource-places:problem.purpose"));
  const chosen = form.get("association");
  const association = about.associations.find(({ id, said = id }) => said === chosen);
  if (chosen && !association) wrong("association", t("resource-places:problem.association"));
  if (problems.length) return { problems };
  const from = instantOf(about.zone, about.day, minute);
  return {
    value: {
      from,
      until: new Date(from.getTime() + minutes * 60_000),
      name,
      email,
      phone: phone && dialled(spoken(phone)),
      purpose,
      associationId: association?.id ?? null,
    },
  };
}

const isPhone = (typed: string): boolean =>
  /^\+?[\d\s.()/-]+$/.test(typed) && /^\d{9,15}$/.test(typed.replaceAll(/\D/g, ""));
