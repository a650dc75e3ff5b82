import { z } from "zod";
import { say } from "../../../platform/http/form.ts";
import { dayTyped } from "../../../platform/http/typed-day.ts";
import { minuteTyped } from "../../scheduling/index.ts";
import { TextField, type FormState, type View } from "../../../ui/index.ts";

/** A day and an hour, as an agent writes them. */
export function MomentFields(props: {
  view: View;
  form: FormState;
  name: "from" | "until";
  label: string;
}) {
  const { name, label, ...of } = props;
  return (
    <div class="row">
      <TextField {...of} name={`${name}Day`} label={label} short />
      <TextField {...of} name={`${name}Hour`} label={of.view.t("custody:moment.hour")} short />
    </div>
  );
}

export const typedDay = z.string().transform((typed, ctx) => {
  const day = dayTyped(typed);
  if (day) return day;
  ctx.addIssue({ code: "custom", message: say("lending:problem.day") });
  return z.NEVER;
});

/** A day, or nothing. */
export const dayOrNone = z.string().transform((typed, ctx) => {
  const day = dayTyped(typed);
  if (day || typed === "") return day ?? null;
  ctx.addIssue({ code: "custom", message: say("lending:problem.day") });
  return z.NEVER;
});

/** An hour, as minutes of its day. */
export const typedHour = z.string().transform((typed, ctx) => {
  const minute = minuteTyped(typed);
  if (minute !== undefined) return minute;
  ctx.addIssue({ code: "custom", message: say("custody:problem.hour") });
  return z.NEVER;
});
