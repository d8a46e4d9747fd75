// The page frame and the components that every module's pages are built from. See README.md.
export { type Asset, buildCss, readAssets } from './assets.ts'
export { Choice, Choices, DayField, type Way, YesNo } from './fields-choice.tsx'
export {
  CodeField,
  FileField,
  MoneyField,
  type Option,
  PasswordField,
  Select,
  TextArea,
  TextField,
} from './fields-text.tsx'
export { ErrorSummary, Form, HiddenFields, LinkButton, SubmitButton, SubmitButtons } from './form.tsx'
export { Frame, type FrameProps, type PersonShown, Reading, type Surroundings } from './frame.tsx'
export type { Account, NavLink, Phase } from './header.tsx'
export { errorAt, type FieldError, type FieldProps, type Html, Tickets, type Typed, type Words } from './model.ts'
export { Money, type MoneyRow, MoneyTable } from './money-table.tsx'
export { renderPage } from './render.ts'
export { Search, SearchField } from './search.tsx'
export { type Column, DataTable, type Row } from './tables.tsx'
export { type Meaning, Tag } from './tag.tsx'
