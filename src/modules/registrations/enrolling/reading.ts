import type { Typed, Problem } from "../../../platform/http/form.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import type { Opening } from "../opening/queries.ts";
import { nameKey, phoneKept, type Contact } from "../record/contact.ts";

export type Read = Contact & {
  /** `rank` is the line of the form each was typed on, from 1. */
  people: { rank: number; name: string; age: number | null }[];
  answers: Record<string, string>;
};

type Asked = Pick<Opening, "asked" | "question">;

/** What somebody typed to register, on `lines` lines of people; every fault at once, by its field. */
export function readRequest(
  t: Translate,
  form: Typed,
  opening: Asked,
  lines: number,
): { value: Read } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, sentence: string) => void problems.push({ field, sentence });
  const people = peopleIn(t, form, opening, lines, wrong);
  const email = form.get("email").toLowerCase() || null;
  const phone = form.get("phone") || null;
  if (!email && !phone) wrong("phone", t("registrations:problem.contact"));
  if (email && (email.length > 254 || !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email)))
    wrong("email", t("registrations:problem.email"));
  if (phone && !isPhone(phone)) wrong("phone", t("registrations:problem.phone"));
  if (problems.length) return { problems };
  const answers = answersIn(form, opening);
  return { value: { people, email, phone: phone && phoneKept(phone), answers } };
}

function peopleIn(
  t: Translate,
  form: Typed,
  { asked }: Asked,
  lines: number,
  wrong: (field: string, sentence: string) => void,
): Read["people"] {
  const people: Read["people"] = [];
  const seen = new Set<string>();
  for (let rank = 1; rank <= lines; rank++) {
    const name = form.get(`name-${rank}`).replaceAll(/\s+/g, " ");
    const age = asked.includes("age") ? form.get(`age-${rank}`) : "";
    if (!name) {
      if (rank === 1 || age) wrong(`name-${rank}`, t("registrations:problem.name"));
      continue;
    }
    if (name.length > 80) wrong(`name-${rank}`, t("registrations:problem.nameLong"));
    if (seen.has(nameKey(name))) wrong(`name-${rank}`, t("registrations:problem.nameTwice"));
    seen.add(nameKey(name));
    const read = age.replace(/\s*(ans?|years?)$/i, "");
    if (read && (!/^\d{1,3}$/.test(read) || Number(read) > 120))
      wrong(`age-${rank}`, t("registrations:problem.age"));
    people.push({ rank, name, age: read ? Number(read) : null });
  }
  return people;
}

const isPhone = (typed: string): boolean =>
  /^\+?[\d\s.()/-]+$/.test(typed) && /^\d{9,15}$/.test(typed.replaceAll(/\D/g, ""));

/** Answers given, to what was asked only. */
function answersIn(form: Typed, { asked, question }: Asked): Record<string, string> {
  const names = [...asked.filter((one) => one !== "age"), ...(question ? ["free"] : [])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const typed = form.get(name).slice(0, 200);
      const known = name !== "equipment" || ["yes", "no"].includes(typed);
      return typed && known ? [[name, typed] as const] : [];
    }),
  );
}
