// The page frame and the components that every module's pages are built from. See README.md.
export { type Asset, buildCss, readAssets } from './assets.ts'
export { BarOfMoney } from './bar-of-money.tsx'
export { type Example, examples } from './examples.tsx'
export { Choice, Choices, DayField, type Way, YesNo } from './fields-choice.tsx'
export { FileField, type Option, PasswordField, Select } from './fields-other.tsx'
export { CodeField, MoneyField, TextArea, TextField } from './fields-text.tsx'
export { ErrorSummary, Form, HiddenFields, LinkButton, SubmitButton, SubmitButtons } from './form.tsx'
export { Frame, type FrameProps, type PersonShown, Reading, type Surroundings } from './frame.tsx'
export type { Account, MenuLink, NavLink, Phase } from './header.tsx'
export { Letter } from './letter.tsx'
export { LineChart, type Point } from './line-chart.tsx'
export {
  errorAt,
  type FieldError,
  type FieldProps,
  type Html,
  Tickets,
  type Typed,
  type Words,
} from './model.ts'
export { Money, type MoneyRow, MoneyTable } from './money-table.tsx'
export { type MonthBar, MonthBars } from './month-bars.tsx'
export { Filters, Pages, Pagination, type TabLink, TabLinks, type Tile, Tiles } from './navigation.tsx'
export { Details, EmptyState, InsetText, NotificationBanner, OpenFigure, WarningCallout } from './notices.tsx'
export { renderPage } from './render.ts'
export { confidenceSays, RuleNote } from './rule-note.tsx'
export { Search, SearchField } from './search.tsx'
export { ErrorPage, NotFoundPage, RefusedPage, SessionEndedPage, StalePage } from './states.tsx'
export { stepPage } from './step-page.tsx'
export { StyleExamples, StylePage } from './style-page.tsx'
export { type Fact, Panel, SummaryList } from './summary.tsx'
export { type Column, DataTable, type Row } from './tables.tsx'
export { type Meaning, Tag } from './tag.tsx'
export { type Task, TaskList } from './task-list.tsx'
export { type Happened, Timeline } from './timeline.tsx'
export { type Turn, WhoseTurn } from './turn.tsx'
