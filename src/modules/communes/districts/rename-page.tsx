import { TextField } from "../../../ui/fields.tsx";
import { Actions, Button, ButtonLink, Form, type FormState } from "../../../ui/form.tsx";
import type { View } from "../../../ui/view.ts";
import { settingsPage } from "../settings/pages.tsx";
import { settingsUrls } from "../settings/urls.ts";
import type { District } from "./queries.ts";

/** The name of one district. */
export function districtPage(view: View, district: District, form: FormState): string {
  const { t } = view;
  return settingsPage(
    view,
    { title: t("settings:districts.renameTitle", { name: district.name }), form },
    <Form view={view} action={view.href(settingsUrls.district(district.id))} form={form}>
      <TextField
        view={view}
        form={form}
        name="name"
        label={t("settings:districts.add.label")}
        hint={t("settings:districts.add.hint")}
        maxLength={80}
      />
      <Actions>
        <Button>{t("settings:districts.renameDo")}</Button>
        <ButtonLink kind="quiet" href={view.href(settingsUrls.districts)}>
          {t("settings:cancel")}
        </ButtonLink>
      </Actions>
    </Form>,
  );
}
