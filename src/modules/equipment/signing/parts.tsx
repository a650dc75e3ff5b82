import { momentWords } from "../../../ui/dates.ts";
import {
  Button,
  Checkbox,
  FileField,
  Form,
  French,
  HiddenField,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { paperField } from "../../associations/index.ts";
import type { Side } from "./codes.ts";
import type { Signature } from "./queries.ts";

/** Who signed, when and how; what was drawn is shown. */
export function SignedBy(props: {
  view: View;
  signature: Pick<Signature, "name" | "at" | "how">;
  drawing?: string | undefined;
}) {
  const { view, signature, drawing } = props;
  const { t, lang } = view;
  return (
    <div class="flow">
      <p>
        <strong>
          <French view={view}>{signature.name}</French>
        </strong>
        <br />
        <span class="soft">
          {t(`signing:says.${signature.how}`, { moment: momentWords(lang, signature.at) })}
        </span>
      </p>
      {drawing && (
        <img
          class="signature"
          src={drawing}
          alt={t("signing:drawingOf", { name: signature.name })}
          width="300"
          height="100"
        />
      )}
    </div>
  );
}

/** Signs on the screen: the name, a tick, and the strokes of a finger where the browser can draw. */
export function SignatureForm(props: {
  view: View;
  form: FormState;
  action: string;
  agree: string;
  side: Side;
  /** The counter may also note that it was signed on paper. */
  paper?: boolean;
  fields?: Readonly<Record<string, string>>;
}) {
  const { view, form, side } = props;
  const { t } = view;
  const of = { view, form };
  return (
    <Form {...of} action={props.action}>
      {Object.entries({ ...props.fields, side }).map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
      <TextField
        {...of}
        name="name"
        label={t("signing:name")}
        autocomplete="name"
        maxLength={120}
      />
      <div class="sign" data-sign hidden>
        <p class="label">{t("signing:draw")}</p>
        <p class="hint">{t("signing:drawHint")}</p>
        <canvas width="900" height="300"></canvas>
        <button type="button" class="btn btn-quiet">
          {t("signing:again")}
        </button>
        <input type="hidden" name="drawing" />
      </div>
      <Checkbox {...of} name="agreed" label={props.agree} />
      {props.paper && <Checkbox {...of} name="paper" label={t("signing:paper")} />}
      <Button icon="edit">{t("signing:sign")}</Button>
      <script type="module" src={view.asset("sign.js")}></script>
    </Form>
  );
}

/** The paper that was signed by hand, scanned back: to read once it is kept, to add or send again. */
export function ScanPart(props: {
  view: View;
  form: FormState;
  action: string;
  /** Where it is read; nothing before it is kept. */
  kept: string | undefined;
  fields: Readonly<Record<string, string>>;
}) {
  const { view, form, kept } = props;
  const { t } = view;
  return (
    <>
      {kept && (
        <p>
          <a href={kept}>{t("signing:scan.see")}</a>
        </p>
      )}
      <Form view={view} form={form} action={props.action} files>
        {Object.entries(props.fields).map(([field, value]) => (
          <HiddenField name={field} value={value} />
        ))}
        <FileField
          view={view}
          form={form}
          name={paperField}
          label={t(kept ? "signing:scan.again" : "signing:scan.label")}
          hint={t("signing:scan.hint")}
          accept="application/pdf,image/*"
        />
        <Button kind="secondary" icon="upload">
          {t("signing:scan.keep")}
        </Button>
      </Form>
    </>
  );
}

/** The bytes of a drawing as a page shows them. */
export const pictureOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
