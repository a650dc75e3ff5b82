import { longDay } from "../../../ui/dates.ts";
import { Actions, Button, Facts, Form, blankForm, type View } from "../../../ui/index.ts";
import type { Typed } from "../../../platform/http/form.ts";
import type { ContactWrite } from "../contacts/write.ts";
import { keptPage } from "../members/frame.tsx";
import type { Keeper } from "../members/keeper.ts";
import type { Member } from "../members/queries.ts";
import type { Contact } from "../record/fields.ts";
import { urls } from "../urls.ts";
import type { Handover } from "./rules.ts";

export type CheckSeen = {
  keeper: Keeper;
  asked: Handover;
  members: readonly Member[];
  contacts: readonly ContactWrite[];
  typed: Typed;
};

/** Everything a handover will do, before it is done. */
export function handoverCheckPage(view: View, seen: CheckSeen): string {
  const { t, href, lang } = view;
  const { keeper, asked, members } = seen;
  const stays = members.filter(({ id }) => !asked.leavers.some((one) => one.id === id));
  const arrivals = asked.arrivals.map(({ name, email, title, role }) =>
    [name, title, email, t(`claiming:roleName.${role}`).toLowerCase()].filter(Boolean).join(", "),
  );
  const added = seen.contacts.flatMap(({ now }) => (now ? [contactWords(now)] : []));
  const removed = seen.contacts.flatMap(({ now, old }) => (!now && old ? [contactWords(old)] : []));
  return keptPage(
    view,
    keeper,
    {
      title: t("space:handover.checkTitle"),
      above: { words: t("space:handover.title"), path: keeper.handover },
    },
    <>
      <Facts
        view={view}
        facts={[
          { term: t("space:handover.comes"), value: list(arrivals) },
          { term: t("space:handover.goes"), value: list(asked.leavers.map(({ name }) => name)) },
          {
            term: t("space:handover.when"),
            value:
              asked.leavers.length === 0
                ? undefined
                : asked.leaveOn
                  ? t("space:handover.dated", { day: longDay(lang, asked.leaveOn) })
                  : t("space:handover.whenIs.accepted"),
          },
          { term: t("space:handover.remain"), value: list(stays.map(({ name }) => name)) },
          { term: t("space:handover.contactsAdded"), value: list(added) },
          { term: t("space:handover.contactsRemoved"), value: list(removed) },
        ]}
      />
      <p>{t("space:handover.next")}</p>
      <Form view={view} form={blankForm} action={href(urls.handoverDone(keeper.handover))}>
        <Typing typed={seen.typed} />
        <Actions>
          <Button icon="done" waiting={t("ui:form.sending")}>
            {t("space:handover.do")}
          </Button>
          <Button kind="secondary" icon="edit" action={href(keeper.handover)}>
            {t("space:handover.correct")}
          </Button>
        </Actions>
      </Form>
    </>,
  );
}

const list = (lines: readonly string[]) =>
  lines.length ? (
    <ul class="plain">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  ) : undefined;

const contactWords = ({ name, role, email, phone }: Contact): string =>
  [name, role, email ?? phone].filter(Boolean).join(", ");

/** What was typed travels with the check, to be saved or corrected. */
const Typing = ({ typed }: { typed: Typed }) => (
  <>
    {Object.entries(typed.values())
      .filter(([name]) => name !== "_key")
      .flatMap(([name, values]) =>
        [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
      )}
  </>
);
