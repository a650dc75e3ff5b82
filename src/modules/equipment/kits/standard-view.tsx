import {
  Button,
  ButtonLink,
  Form,
  French,
  SelectField,
  Table,
  Tag,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import { kitUrls, urls } from "../urls.ts";
import type { Kit } from "./queries.ts";
import { lackingOf, type CountedLine, type KitFor } from "./standard-rules.ts";

type Told = {
  view: View;
  side: "space" | "desk";
  of: { id: string; name: string };
  told: readonly KitFor[];
  named: (code: string) => string;
  /** Whether they may ask for it, or write a loan of it. */
  asks: boolean;
};

/** Each kit: what it answers, what it holds, what is had of it, what lacks and asking for that. */
export function StandardKits({ told, ...rest }: Told) {
  const { view } = rest;
  return (
    <>
      {told.map((one) => (
        <div class="card">
          <h3>
            <French view={view}>{one.kit.name}</French>
          </h3>
          {one.standard && (
            <p>
              <Tag tone="info">{view.t("catalogue:standard.standard")}</Tag>
            </p>
          )}
          <p>
            <French view={view}>{one.kit.purpose}</French>
          </p>
          {one.answers.length > 0 && (
            <p>
              {view.t("catalogue:standard.answers", {
                tools: one.answers.map(rest.named).join(", "),
              })}
            </p>
          )}
          <KitLines view={view} name={one.kit.name} lines={one.lines} />
          {lackingOf(one).length === 0 ? (
            <p>
              <strong>{view.t(`catalogue:standard.all.${rest.side}`)}</strong>
            </p>
          ) : (
            rest.asks && <Asking {...rest} one={one} />
          )}
        </div>
      ))}
    </>
  );
}

/** What a kit holds, and how much of it is had. */
export function KitLines(props: { view: View; name: string; lines: readonly CountedLine[] }) {
  const { view } = props;
  const { t } = view;
  return (
    <Table
      view={view}
      caption={t("catalogue:standard.holds", { name: props.name })}
      captionHidden
      rows={props.lines}
      columns={[
        {
          label: t("catalogue:standard.thing"),
          heading: true,
          cell: ({ name }) => <French view={view}>{name}</French>,
        },
        { label: t("catalogue:standard.inKit"), numeric: true, cell: ({ quantity }) => quantity },
        { label: t("catalogue:standard.had"), numeric: true, cell: ({ had }) => had },
        {
          label: t("catalogue:standard.coming"),
          numeric: true,
          ifAny: true,
          cell: ({ coming }) => coming || undefined,
        },
        { label: t("catalogue:standard.lacking"), numeric: true, cell: ({ lacks }) => lacks },
      ]}
    />
  );
}

/** In its space, its days come next; at the desk, the loan to write, its quantities as they lack. */
function Asking({ view, side, of, one }: Omit<Told, "told"> & { one: KitFor }) {
  const { t, href } = view;
  const some = one.lines.some(({ quantity, lacks }) => lacks < quantity);
  const words = t(some ? "catalogue:standard.askRest" : "catalogue:kit.ask");
  if (side === "desk") return (
      <p>
        <ButtonLink href={href(loanOf(of.name, one))} kind="secondary" icon="next">
          {t("keeping:standard.lend")}
          <span class="sr"> : {one.kit.name}</span>
        </ButtonLink>
      </p>
    ); // prettier-ignore
  return (
    <p>
      <ButtonLink
        href={href(`${kitUrls.asking(one.kit.id)}?association=${of.id}`)}
        kind={some ? "secondary" : "primary"}
        icon="next"
      >
        {words}
        <span class="sr"> : {one.kit.name}</span>
      </ButtonLink>
    </p>
  );
}

function loanOf(name: string, one: KitFor): string {
  const query = new URLSearchParams({ association: name });
  for (const { modelId, quantity } of lackingOf(one)) query.set(`m_${modelId}`, String(quantity));
  return `${urls.addLoan}?${query.toString()}`;
}

/** Says which kit is the standard one of an association, or that none is. */
export function StandardChoice(props: {
  view: View;
  action: string;
  kits: readonly Kit[];
  form: FormState;
}) {
  const { view, form } = props;
  const { t } = view;
  if (!props.kits.length) return <p class="soft">{t("keeping:standard.none")}</p>;
  return (
    <Form view={view} form={form} action={props.action}>
      <SelectField
        view={view}
        form={form}
        name="kit"
        label={t("keeping:standard.choose")}
        hint={t("keeping:standard.chooseHint")}
        empty={t("keeping:standard.noKit")}
        options={props.kits.map(({ id, name }) => ({ value: id, label: name }))}
        optional="silent"
      />
      <Button kind="secondary">{t("lending:save")}</Button>
    </Form>
  );
}
