import type { words } from "./words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "ui";
    resources: { [Room in keyof typeof words]: (typeof words)[Room]["fr"] };
  }
}
