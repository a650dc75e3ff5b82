import { addDays } from "../../../platform/clock.ts";
import {
  Actions,
  Button,
  Form,
  HiddenField,
  RadioGroup,
  SelectField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { instantOf, minuteIn, openingsBetween, type Opening } from "../../scheduling/index.ts";
import type { SeenPlace } from "./seen.ts";
import type { Asked, Bookable, FreeStart } from "./rules.ts";
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
  /** It is taken at the hour asked: the nearest free ones. */
  full?: { asked: Asked; nearest: readonly FreeStart[] } | undefined;
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
export function BookingForm(props: {
  view: View;
  seen: Omit<BookSeen, "starts"> & { starts: readonly (FreeStart | { from: Date })[] };
  action: string;
  /** Who is not known may say who they are first: what they chose stays. */
  signIn?: boolean;
  children: string;
}) {
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
        options={onTheClock(zone, seen.starts).map((start) => ({
          value: String(minuteIn(zone, start.from)),
          label: hourWords(view, zone, start.from),
          hint:
            "until" in start
              ? t("resource-places:book.until", { hour: hourWords(view, zone, start.until) })
              : undefined,
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
      <Actions>
        <Button icon="done">{props.children}</Button>
        {props.signIn && (
          <Button kind="quiet" icon="key" name="sign_in" value="1">
            {t("resource-places:book.signInToo")}
          </Button>
        )}
      </Actions>
    </Form>
  );
}

/** The hour the clock shows twice, the night it changes, is proposed once: the first time. */
const onTheClock = <T extends { from: Date }>(zone: string, starts: readonly T[]): T[] =>
  [
    ...starts
      .reduceRight(
        (known, start) => known.set(minuteIn(zone, start.from), start),
        new Map<number, T>(),
      )
      .values(),
  ].toReversed();

/** By half-hours, from the shortest to the longest. */
function lengthsOf({ least, most }: Pick<Bookable, "least" | "most">): number[] {
  const found: number[] = [];
  for (let minutes = least; minutes <= most; minutes += 30) found.push(minutes);
  return found;
}
