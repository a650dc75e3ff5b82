import { momentWords } from "../../../ui/dates.ts";
import {
  Actions,
  Alert,
  Button,
  deskPage,
  EmptyState,
  Form,
  RestScene,
  Table,
  Tag,
  TextField,
  type FormState,
  type View,
} from "../../../ui/index.ts";
import type { Neighbour } from "../record/queries.ts";
import { urls } from "../urls.ts";

export const addressField = "address";

export type DeskSeen = {
  neighbours: readonly Neighbour[];
  /** Whether the commune lets the site ask other ones. */
  allowed: boolean;
  /** Whether the person may turn it on. */
  administrator: boolean;
  form: FormState;
};

/** Neighbours followed, and one more by its address. */
export function deskListPage(view: View, seen: DeskSeen): string {
  const { t, href } = view;
  const { allowed, form } = seen;
  return deskPage(
    view,
    {
      title: t("exchangedesk:title"),
      section: urls.desk,
      wrong: Object.keys(form.errors).length > 0,
    },
    <>
      <h1>{t("exchangedesk:title")}</h1>
      <p class="lead">{t("exchangedesk:lead")}</p>
      {allowed ? (
        <Form view={view} form={form} action={href(urls.desk)}>
          <TextField
            view={view}
            form={form}
            name={addressField}
            type="url"
            label={t("exchangedesk:address")}
            hint={t("exchangedesk:addressHint")}
            maxLength={1000}
          />
          <Actions>
            <Button icon="eye" waiting={t("exchangedesk:looking")}>
              {t("exchangedesk:look")}
            </Button>
          </Actions>
        </Form>
      ) : (
        <Off view={view} seen={seen} />
      )}
      {(allowed || seen.neighbours.length > 0) && <Followed view={view} seen={seen} />}
    </>,
  );
}

const Off = ({ view, seen }: { view: View; seen: DeskSeen }) => (
  <Alert view={view} kind="info" title={view.t("exchangedesk:off")}>
    <p>
      {seen.administrator ? (
        <a href={view.href(urls.settings)}>{view.t("exchangedesk:turnOn")}</a>
      ) : (
        view.t("exchangedesk:askOn")
      )}
    </p>
  </Alert>
);

function Followed({ view, seen }: { view: View; seen: DeskSeen }) {
  const { t, lang, href } = view;
  return (
    <Table
      view={view}
      caption={t("exchangedesk:caption")}
      rows={seen.neighbours}
      empty={
        <EmptyState scene={<RestScene />} title={t("exchangedesk:empty")}>
          <p>{t("exchangedesk:emptyWords")}</p>
        </EmptyState>
      }
      columns={[
        {
          label: t("exchangedesk:column.name"),
          heading: true,
          cell: (one) => <a href={href(urls.one(one.id))}>{one.name}</a>,
        },
        {
          label: t("exchangedesk:column.site"),
          minor: true,
          cell: ({ address }) => new URL(address).host,
        },
        { label: t("exchangedesk:column.count"), numeric: true, cell: ({ count }) => count },
        {
          label: t("exchangedesk:column.state"),
          cell: (one) => <StateTag view={view} one={one} />,
        },
        {
          label: t("exchangedesk:column.read"),
          cell: ({ readAt }) => momentWords(lang, readAt),
        },
      ]}
    />
  );
}

/** Where a neighbour stands, in two or three words. */
export function StateTag({ view: { t }, one }: { view: View; one: Neighbour }) {
  if (one.state !== "followed") return <Tag>{t(`exchangedesk:state.${one.state}`)}</Tag>;
  return one.failure ? (
    <Tag tone="warning">{t("exchangedesk:state.failing")}</Tag>
  ) : (
    <Tag tone="success">{t("exchangedesk:state.followed")}</Tag>
  );
}
