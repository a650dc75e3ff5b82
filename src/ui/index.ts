/** The design system: everything the rooms draw pages with. */
export { Alert, Refused, Tag, type Tone } from "./alert.tsx";
export { fragmentOf, framedDocument } from "./document.tsx";
export { French, inFrench, shownFact, type LineFact } from "./french.tsx";
export { AreaMap, type MapPlace } from "./area-map.tsx";
export { loadAssets, type Asset, type Assets } from "./assets.ts";
export { BarChart, LineChart, Stat, type Datum } from "./chart.tsx";
export {
  Checkbox,
  CheckboxGroup,
  RadioGroup,
  SelectField,
  type Option,
  type OptionGroup,
} from "./choices.tsx";
export { deskPage, type DeskGroup, type DeskItem } from "./desk-layout.tsx";
export { FileField, HiddenField, TextArea, TextField, type FieldProps } from "./fields.tsx";
export {
  ActionForm,
  Actions,
  blankForm,
  Button,
  ButtonLink,
  fieldId,
  ErrorSummary,
  Form,
  type FormState,
} from "./form.tsx";
export { Icon, iconNames, type IconName } from "./icon.tsx";
export { inLanguage, ownLanguageName, WordsIn } from "./languages.tsx";
export { page, type PageOptions } from "./layout.tsx";
export { writeLetter, type Letter, type LetterItem, type WrittenLetter } from "./mail.tsx";
export { areasOf, type Area, type LonLat } from "./map.ts";
export { MailAddress } from "./mail-address.tsx";
export { MeshMark, MeshMotif } from "./mesh.tsx";
export { Pagination } from "./pagination.tsx";
export { dialled, shownPhone, spoken } from "./phone.ts";
export { Phone } from "./phone-number.tsx";
export {
  Card,
  Doors,
  EmptyState,
  Facts,
  Hero,
  HumanHelp,
  ResultItem,
  Results,
  Split,
  type Door,
  type Fact,
} from "./pieces.tsx";
export {
  BrokenScene,
  DoneScene,
  LostScene,
  NothingFoundScene,
  PortraitScene,
  RestScene,
  WelcomeScene,
} from "./scenes/index.ts";
export { besideQueue } from "./queue-bar.tsx";
export { ChosenFilters, countedOptions, FilterPanel, SearchBox } from "./search.tsx";
export { stylePage } from "./style-page/index.tsx";
export { Table, type Column } from "./table.tsx";
export {
  checkTheme,
  defaultTheme,
  isHex,
  proposeTheme,
  themePasses,
  embeddedStylesheet,
  themeStylesheet,
  type Hex,
  type Pair,
  type Theme,
} from "./theme.ts";
export type { CommuneView, PersonView, View } from "./view.ts";
export {
  Bar,
  Breadcrumb,
  CopyButton,
  PrintButton,
  Progress,
  ShareButton,
  Steps,
} from "./wayfinding.tsx";
