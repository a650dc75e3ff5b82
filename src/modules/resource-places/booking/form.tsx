import { addDays } from "../../../platform/clock.ts";
import type { Problem, Typed } from "../../../platform/http/form.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import {
  Button,
  dialled,
  Form,
  HiddenField,
  RadioGroup,
  SelectField,
  spoken,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { instantOf, minuteIn, openingsBetween, type Opening } from "../../scheduling/index.ts";
import type { SeenPlace } from "./seen.ts";
import type { Bookable, FreeStart } from "./rules.ts";
import { hourWords, lengthWords } from "./words.ts";

/** What is asked to book: when, for how long, by whom. */
export type BookSeen = {
  bookable: Bookable;
  zone: string;
  day: string;
  starts: readonly FreeStart[];
  form: FormState;
  /** Associations the person may book for. */
  associations: readonly { id: string; name: string }[];
  associationOnly: boolean;
  /** Written by who welcomes, for somebody. */
  desk?: boolean;
};

/** The openings of a day, whole. */
export const openingsOfDay = (
  { timetable, calendar }: Pick<SeenPlace, "timetable" | "calendar">,
  day: string,
): Opening[] =>
  openingsBetween(
    timetable,
    instantOf(timetable.zone, day, 0),
    instantOf(timetable.zone, addDays(day, 1), 0),
    calendar,
  );

/** The form of a booking on a day; sent to `action`. */
export function BookingForm(props: { view: View; seen: BookSeen; action: string }) {
  const { view, seen } = props;
  const { t } = view;
  const { bookable, zone, form } = seen;
  const shared = { view, form };
  return (
    <Form view={view} form={form} action={props.action}>
      <HiddenField name="day" value={seen.day} />
      <RadioGroup
        {...shared}
        name="from"
        label={t("resource-places:book.from")}
        grid
        options={seen.starts.map(({ from, until }) => ({
          value: String(minuteIn(zone, from)),
          label: hourWords(view, zone, from),
          hint: t("resource-places:book.until", { hour: hourWords(view, zone, until) }),
        }))}
      />
      <SelectField
        {...shared}
        name="minutes"
        label={t("resource-places:book.minutes")}
        empty={false}
        options={lengthsOf(bookable).map((minutes) => ({
          value: String(minutes),
          label: lengthWords(view, minutes),
        }))}
      />
      {seen.desk && (
        <TextField
          {...shared}
          name="association"
          label={t("resourcedesk:later.association")}
          hint={t("resourcedesk:later.associationHint")}
          optional
          maxLength={250}
        />
      )}
      {seen.associations.length > 0 && (
        <SelectField
          {...shared}
          name="association"
          label={t("resource-places:book.for")}
          empty={seen.associationOnly ? false : t("resource-places:book.forMe")}
          optional="silent"
          options={seen.associations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        {...shared}
        name="name"
        label={t(seen.desk ? "resourcedesk:later.name" : "resource-places:book.name")}
        autocomplete={seen.desk ? "off" : "name"}
        maxLength={120}
      />
      <TextField
        {...shared}
        name="phone"
        type="tel"
        label={t("resource-places:phone")}
        hint={t("resource-places:book.contactHint")}
        autocomplete={seen.desk ? "off" : "tel"}
        optional="silent"
        maxLength={40}
      />
      <TextField
        {...shared}
        name="email"
        type="email"
        label={t("resource-places:email")}
        autocomplete={seen.desk ? "off" : "email"}
        optional="silent"
        maxLength={254}
      />
      <TextField
        {...shared}
        name="purpose"
        label={t("resource-places:book.purpose")}
        hint={t("resource-places:book.purposeHint")}
        optional
        maxLength={300}
      />
      {!seen.desk && <p class="soft">{t("resource-places:book.kept")}</p>}
      <Button icon="done">{t("resource-places:book.send")}</Button>
    </Form>
  );
}

/** By half-hours, from the shortest to the longest. */
function lengthsOf({ least, most }: Pick<Bookable, "least" | "most">): number[] {
  const found: number[] = [];
  for (let minutes = least; minutes <= most; minutes += 30) found.push(minutes);
  return found;
}

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
